package holdfast.server.vaulting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.server.access.Forbidden;
import holdfast.server.access.Role;
import holdfast.server.place.Places;
import holdfast.server.place.Site;
import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import holdfast.server.record.Entry;
import holdfast.server.record.LedgerBook;
import holdfast.server.record.Ref;
import holdfast.server.secondsite.Alarm;
import holdfast.server.secondsite.SecondSiteProcess;
import holdfast.server.secondsite.SecondSites;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.SettableClock;
import holdfast.server.testing.Staff;
import holdfast.server.watch.DueId;
import holdfast.server.watch.OpenDue;
import holdfast.server.watch.Rung;
import holdfast.server.watch.Watch;
import holdfast.storage.FolderStore;
import holdfast.storage.ObjectName;
import holdfast.storage.ObjectStore;
import holdfast.storage.StoredObject;
import holdfast.vault.model.Progress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a second site that is a real process. */
@HoldfastTest
class ReplicationTest {
    private final Replication replication;
    private final SecondSites secondSites;
    private final Vaults vaults;
    private final Backups backups;
    private final LedgerBook ledger;
    private final Watch watch;
    private final Places places;
    private final Staff staff;
    private final SettableClock clock;

    @TempDir
    private Path folder;

    ReplicationTest(
            Replication replication,
            SecondSites secondSites,
            Vaults vaults,
            Backups backups,
            LedgerBook ledger,
            Watch watch,
            Places places,
            Staff staff,
            SettableClock clock) {
        this.replication = replication;
        this.secondSites = secondSites;
        this.vaults = vaults;
        this.backups = backups;
        this.ledger = ledger;
        this.watch = watch;
        this.places = places;
        this.staff = staff;
        this.clock = clock;
    }

    @BeforeEach
    void aVault() throws Exception {
        TestVault.demand(vaults, staff);
        Files.writeString(folder.resolve("letter.txt"), "Dear Sir " + folder, UTF_8);
        backups.run(new BackupOrder("daily", List.of(folder), List.of()), staff.person(Role.OPERATOR), Progress.NONE);
    }

    private SiteId site(String name) {
        SiteId id = new SiteId(name);
        places.add(new Site(id, name, name, name, "1 Road"), staff.administrator());
        return id;
    }

    @Test
    void theVaultIsCopiedWitnessedAndWatchedOver() throws Exception {
        SiteId site = site("copies");
        ActorId operator = staff.person(Role.OPERATOR);
        try (SecondSiteProcess process = SecondSiteProcess.start(folder.resolve("b"), "--drill-clock")) {
            process.client().setDrillClock(clock.instant());
            secondSites.connect(site, process.url(), process.token(), staff.administrator());
            DueId due = replication.expect(
                    site,
                    clock.instant().plusSeconds(60),
                    List.of(new Rung("manager", Duration.ZERO, Set.of(staff.person(Role.MANAGER)))),
                    operator);
            assertThat(openDues()).contains(due);

            CopyRun first = replication.copy(site, operator, Progress.NONE);

            assertThat(first.objects()).isPositive();
            assertThat(first.verified()).isEqualTo(first.objects());
            assertThat(openDues()).doesNotContain(due);
            assertThat(objects(new FolderStore(process.vault())))
                    .containsExactlyInAnyOrderElementsOf(objects(vaults.store()));
            assertThat(ledger.about(new Ref("site", "copies")))
                    .extracting(Entry::act)
                    .contains("second-site.connected", "vault.copied");

            CopyRun again = replication.copy(site, operator, Progress.NONE);
            assertThat(again.objects()).isZero();
            assertThat(again.digest()).isEqualTo(first.digest());

            ledger.integrate();
            assertThat(ledger.status().witnessed()).isEqualTo(ledger.status().integrated());
            secondSites.beat();
            assertThat(process.client().report().open()).hasSameSizeAs(watch.open());
            assertThat(process.client().report().alarms())
                    .extracting(Alarm::kind)
                    .isEmpty();
            process.kill();
            assertThatThrownBy(() -> replication.copy(site, operator, Progress.NONE))
                    .isInstanceOf(VaultRefused.class)
                    .hasMessageContaining("goes on where it stopped");
            secondSites.beat();
            assertThat(secondSites.lines())
                    .anyMatch(
                            line -> line.site().equals(site) && !line.trouble().isEmpty());
        }
    }

    @Test
    void aCopyThatWasSpoiledOnTheOtherSideIsNotCalledGood() throws Exception {
        SiteId site = site("spoiled");
        ActorId operator = staff.person(Role.OPERATOR);
        try (SecondSiteProcess process = SecondSiteProcess.start(folder.resolve("c"), "--drill-clock")) {
            replication.connect(site, process.url(), process.token(), staff.administrator());
            // Somebody over there put other bytes under a true name.
            ObjectName name = new ObjectName("config");
            process.client().store().put(name, "junk".getBytes(UTF_8));
            assertThatThrownBy(() -> replication.copy(site, operator, Progress.NONE))
                    .isInstanceOf(VaultRefused.class)
                    .hasMessageContaining(name.value());
        }
    }

    @Test
    void aTokenNeverTravelsInTheClear() {
        SiteId site = site("clear");
        assertThatThrownBy(() -> replication.connect(
                        site, URI.create("http://site-b.example:8610"), "token", staff.administrator()))
                .isInstanceOf(VaultRefused.class)
                .hasMessageContaining("https");
        assertThatThrownBy(() -> replication.connect(
                        site, URI.create("https://site-b.example"), "token", staff.person(Role.OPERATOR)))
                .isInstanceOf(Forbidden.class);
    }

    private List<DueId> openDues() {
        return watch.open().stream().map(OpenDue::id).toList();
    }

    private static List<String> objects(ObjectStore store) throws Exception {
        try (Stream<StoredObject> all = store.list("")) {
            return all.map(o -> o.size() + " " + o.name()).toList();
        }
    }
}
