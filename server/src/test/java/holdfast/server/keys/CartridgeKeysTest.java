package holdfast.server.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.crypto.KeyStore;
import holdfast.crypto.KeyUnavailableException;
import holdfast.crypto.Secret;
import holdfast.server.access.Forbidden;
import holdfast.server.access.Role;
import holdfast.server.platform.Phrase;
import holdfast.server.record.ActorId;
import holdfast.server.record.Entry;
import holdfast.server.record.LedgerBook;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.SettableClock;
import holdfast.server.testing.Staff;
import holdfast.tape.Barcode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@HoldfastTest
class CartridgeKeysTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final CartridgeKeys keys;
    private final KeyStores stores;
    private final LedgerBook book;
    private final Staff staff;
    private final SettableClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Barcode cartridge = new Barcode("KY%04dL9".formatted(NUMBER.incrementAndGet()));

    CartridgeKeysTest(
            CartridgeKeys keys,
            KeyStores stores,
            LedgerBook book,
            Staff staff,
            SettableClock clock,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.keys = keys;
        this.stores = stores;
        this.book = book;
        this.staff = staff;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void aKey() {
        keys.create(cartridge, staff.person(Role.OPERATOR));
    }

    @Test
    void aKeyLiesInTwoStoresAndNowhereInTheRecord() {
        byte[] key = bytes(staff.person(Role.OPERATOR));
        assertThat(keys.standing(cartridge).answers()).hasSize(2);
        assertThat(jdbc.sql("select count(*) from record_entry where position(? in bytes) > 0")
                        .param(key)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void everyUseIsRecordedEvenIfTheCallersTransactionFails() {
        ActorId operator = staff.person(Role.OPERATOR);
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
                    keys.use(cartridge, "write the cartridge", operator, Secret::length);
                    throw new IllegalStateException("the drive fell silent");
                }))
                .hasMessage("the drive fell silent");
        assertThat(acts()).containsExactly("key.created", "key.used");
    }

    @Test
    void aUseIsRecordedBeforeTheKeyIsLent() {
        keys.use(
                cartridge,
                "look",
                staff.person(Role.OPERATOR),
                _ -> assertThat(acts()).contains("key.used"));
    }

    @Test
    void nobodyElseMayUseAKey() {
        for (Role role : List.of(Role.COURIER, Role.SITE_OFFICER, Role.ADMINISTRATOR, Role.AUDITOR, Role.DPO)) {
            assertThatThrownBy(() -> bytes(staff.person(role))).isInstanceOf(Forbidden.class);
        }
        assertThat(acts()).containsExactly("key.created");
    }

    @Test
    void onePersonQuarantinesAtOnceAndNobodyUsesTheKeyAfterwards() {
        ActorId dpo = staff.person(Role.DPO);
        assertThat(keys.quarantine(Set.of(cartridge), "never arrived", dpo))
                .extracting(KeyStanding::state)
                .containsExactly(KeyStanding.State.QUARANTINED);
        assertThatThrownBy(() -> bytes(staff.person(Role.KEY_HOLDER))).isInstanceOf(KeyUnavailableException.class);
        assertThat(acts()).containsExactly("key.created", "key.quarantine-ordered", "key.quarantined", "key.refused");
    }

    @Test
    void aCourierQuarantinesNothing() {
        ActorId courier = staff.person(Role.COURIER);
        assertThatThrownBy(() -> keys.quarantine(Set.of(cartridge), "why not", courier))
                .isInstanceOf(Forbidden.class);
        assertThat(keys.standing(cartridge).state()).isEqualTo(KeyStanding.State.ACTIVE);
    }

    @Test
    void aQuarantineNeedsAReason() {
        ActorId dpo = staff.person(Role.DPO);
        assertThatThrownBy(() -> keys.quarantine(Set.of(cartridge), " ", dpo))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void releaseNeedsTwoKeyHoldersWhoAreNotOnePerson() {
        ActorId one = staff.person(Role.KEY_HOLDER);
        ActorId two = staff.person(Role.KEY_HOLDER);
        keys.quarantine(Set.of(cartridge), "never arrived", one);
        RequestId request = keys.askRelease(Set.of(cartridge), "recount", one);
        assertThatThrownBy(() -> keys.grantRelease(request, one)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> keys.grantRelease(request, staff.person(Role.HEAD)))
                .isInstanceOf(Forbidden.class);
        assertThat(keys.standing(cartridge).state()).isEqualTo(KeyStanding.State.QUARANTINED);
        assertThat(keys.grantRelease(request, two))
                .extracting(KeyStanding::state)
                .containsExactly(KeyStanding.State.ACTIVE);
        assertThat(bytes(one)).hasSize(32);
        assertThatThrownBy(() -> keys.grantRelease(request, two))
                .describedAs("a request is granted once")
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aReleaseAskedBeforeASecondQuarantineCannotBeMistakenForADestruction() {
        ActorId one = staff.person(Role.KEY_HOLDER);
        keys.quarantine(Set.of(cartridge), "never arrived", one);
        RequestId request = keys.askRelease(Set.of(cartridge), "recount", one);
        assertThatThrownBy(() -> keys.grantDestruction(request, staff.person(Role.KEY_HOLDER)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDestroyedKeyIsGoneInEveryStoreAndForGood() {
        ActorId one = staff.person(Role.KEY_HOLDER);
        ActorId two = staff.person(Role.KEY_HOLDER);
        RequestId request = keys.askDestruction(Set.of(cartridge), "the cartridge was shredded", one);
        assertThat(keys.grantDestruction(request, two))
                .extracting(KeyStanding::state)
                .containsExactly(KeyStanding.State.DESTROYED);
        assertThatThrownBy(() -> bytes(one)).isInstanceOf(KeyUnavailableException.class);
        assertThatThrownBy(() -> keys.askRelease(Set.of(cartridge), "changed my mind", one))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keys.create(cartridge, staff.person(Role.OPERATOR)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theEvidenceCountsUsesSinceTheReleaseAndSaysWhatItCannotSee() {
        ActorId operator = staff.person(Role.OPERATOR);
        bytes(operator);
        clock.advance(Duration.ofHours(1));
        Instant release = clock.instant();
        KeyEvidence none = keys.evidence(Set.of(cartridge), release);
        assertThat(none.uses()).isZero();
        assertThat(none.places())
                .hasSize(2)
                .allSatisfy(place -> assertThat(place.states()).containsKey(cartridge));
        assertThat(none.cipher()).contains("AES-256-GCM");
        assertThat(none.cannotSee()).isNotEmpty();
        bytes(operator);
        KeyEvidence one = keys.evidence(Set.of(cartridge), release);
        assertThat(one.uses()).isEqualTo(1);
        assertThat(one.list().getFirst().by()).isEqualTo(operator);
        assertThat(keys.evidence(Set.of(cartridge), Instant.EPOCH).uses()).isEqualTo(2);
    }

    @Test
    void aUseWithoutTheServerIsInTheEvidenceToo() {
        KeyStore direct = stores.stores().getLast();
        direct.use(KeyStores.name(cartridge), "holdfast tape read by root", Secret::length);
        KeyEvidence evidence = keys.evidence(Set.of(cartridge), Instant.EPOCH);
        assertThat(evidence.list()).singleElement().satisfies(use -> {
            assertThat(use.by()).isEqualTo(KeyUsed.OUTSIDE);
            assertThat(use.entry()).isEmpty();
            assertThat(use.purpose()).contains("tape read by root").contains("site-b");
        });
    }

    @Test
    void aCartridgeWithoutAKeyIsSaidToHaveNone() {
        KeyEvidence evidence = keys.evidence(Set.of(new Barcode("ALIEN001")), Instant.EPOCH);
        assertThat(evidence.cannotSee()).contains(Phrase.of("unseen.no-key", "ALIEN001"));
        assertThat(keys.standing(new Barcode("ALIEN001")).state()).isEqualTo(KeyStanding.State.UNKNOWN);
    }

    @Test
    void aCreationThatWasInterruptedIsFinishedWithTheSameKey() {
        Barcode other = new Barcode("KX" + cartridge.value().substring(2));
        stores.stores().getLast().create(KeyStores.name(other));
        keys.create(other, staff.person(Role.OPERATOR));
        byte[] a = stores.stores().getFirst().use(KeyStores.name(other), "t", key -> key.expose(byte[]::clone));
        byte[] b = stores.stores().getLast().use(KeyStores.name(other), "t", key -> key.expose(byte[]::clone));
        assertThat(a).isEqualTo(b);
    }

    @Test
    void creatingTwiceKeepsTheKey() {
        byte[] before = bytes(staff.person(Role.OPERATOR));
        keys.create(cartridge, staff.person(Role.OPERATOR));
        assertThat(bytes(staff.person(Role.OPERATOR))).isEqualTo(before);
    }

    private byte[] bytes(ActorId by) {
        return keys.use(cartridge, "test", by, key -> key.expose(byte[]::clone));
    }

    private List<String> acts() {
        return book.about(KeyService.about(cartridge)).stream().map(Entry::act).toList();
    }
}
