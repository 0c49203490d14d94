package holdfast.server.keys;

import holdfast.crypto.KeyAnswer;
import holdfast.crypto.KeyName;
import holdfast.crypto.KeyState;
import holdfast.crypto.KeyStore;
import holdfast.crypto.KeyUnavailableException;
import holdfast.crypto.KeyUse;
import holdfast.crypto.Secret;
import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.platform.Invalid;
import holdfast.server.platform.NotNow;
import holdfast.server.platform.Phrase;
import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import holdfast.tape.Barcode;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lends keys and keeps what is wanted of them. What concerns a store cannot be rolled back, so each act is written
 * down in a transaction of its own, before the stores are asked.
 */
@Service
class KeyService implements CartridgeKeys {
    private static final int KEY_BYTES = 32;

    private final StoreRound round;
    private final WantedKeys wanted;
    private final TwoHolders twoHolders;
    private final KeyEvidenceReader evidence;
    private final Permits permits;
    private final Recorder recorder;
    private final InstantSource clock;
    private final SecureRandom random;
    private final TransactionTemplate own;

    KeyService(
            StoreRound round,
            WantedKeys wanted,
            TwoHolders twoHolders,
            KeyEvidenceReader evidence,
            Permits permits,
            Recorder recorder,
            InstantSource clock,
            SecureRandom random,
            PlatformTransactionManager transactions) {
        this.round = round;
        this.wanted = wanted;
        this.twoHolders = twoHolders;
        this.evidence = evidence;
        this.permits = permits;
        this.recorder = recorder;
        this.clock = clock;
        this.random = random;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    static Ref about(Barcode cartridge) {
        return new Ref("cartridge", cartridge.value());
    }

    @Override
    public void create(Barcode cartridge, ActorId by) {
        permits.demand(by, Role.OPERATOR, Role.KEY_HOLDER);
        Optional<KeyState> before = wanted.wanted(cartridge);
        if (before.isPresent()) {
            if (before.get() == KeyState.ACTIVE) {
                return;
            }
            throw new NotNow(
                    "refused.key-not-lent",
                    cartridge,
                    Phrase.of("key-state." + before.get().name()));
        }
        makeInEveryStore(cartridge, by);
        List<String> names = round.stores().stream().map(KeyStore::name).toList();
        own.executeWithoutResult(_ -> {
            wanted.want(cartridge, KeyState.ACTIVE, clock.instant());
            wanted.settled(cartridge, KeyState.ACTIVE);
            recorder.record(by, "key.created", Map.of("stores", names), about(cartridge));
        });
    }

    /** A creation that was interrupted left the key in some of the stores: then that one is copied on. */
    private void makeInEveryStore(Barcode cartridge, ActorId by) {
        KeyName name = KeyStores.name(cartridge);
        Optional<KeyStore> holder = round.stores().stream()
                .filter(store -> store.state(name).isPresent())
                .findFirst();
        if (holder.isPresent()) {
            EntryId entry =
                    recorded(by, "key.copied", Map.of("from", holder.get().name()), cartridge);
            for (KeyStore store : round.stores()) {
                holder.get().copyTo(store, name, KeyEvidenceReader.PROOF + entry);
            }
            return;
        }
        try (Secret key = Secret.random(random, KEY_BYTES)) {
            for (KeyStore store : round.stores()) {
                store.put(name, key);
            }
        }
    }

    @Override
    public <R, X extends Exception> R use(Barcode cartridge, String purpose, ActorId by, KeyUse<R, X> use) throws X {
        permits.demand(by, Role.OPERATOR, Role.KEY_HOLDER);
        KeyName name = KeyStores.name(cartridge);
        KeyStore store = lender(cartridge, name, purpose, by);
        EntryId entry = recorded(by, "key.used", Map.of("purpose", purpose, "store", store.name()), cartridge);
        return store.use(name, KeyEvidenceReader.PROOF + entry, use);
    }

    private KeyStore lender(Barcode cartridge, KeyName name, String purpose, ActorId by) {
        KeyState state = wanted.wanted(cartridge).orElse(KeyState.ACTIVE);
        KeyUnavailableException refusal = KeyUnavailableException.unknown("every store", name);
        if (state == KeyState.ACTIVE) {
            for (KeyStore store : round.stores()) {
                Optional<KeyAnswer> answer = store.state(name);
                if (answer.isPresent() && answer.get().state() == KeyState.ACTIVE) {
                    return store;
                }
                if (answer.isPresent()) {
                    refusal = KeyUnavailableException.inState(
                            store.name(), name, answer.get().state());
                }
            }
        } else {
            refusal = KeyUnavailableException.inState("every store", name, state);
        }
        recorded(by, "key.refused", Map.of("purpose", purpose, "why", message(refusal)), cartridge);
        throw refusal;
    }

    @Override
    public List<KeyStanding> quarantine(Set<Barcode> cartridges, String reason, ActorId by) {
        permits.demand(by, Role.KEY_HOLDER, Role.DPO, Role.MANAGER, Role.HEAD, Role.OPERATOR);
        demandReason(reason);
        List<Barcode> known = cartridges.stream()
                .sorted()
                .filter(cartridge -> wanted.wanted(cartridge)
                        .filter(state -> state != KeyState.DESTROYED)
                        .isPresent())
                .toList();
        own.executeWithoutResult(_ -> {
            for (Barcode cartridge : known) {
                wanted.want(cartridge, KeyState.QUARANTINED, clock.instant());
                recorder.record(by, "key.quarantine-ordered", Map.of("reason", reason), about(cartridge));
            }
        });
        known.forEach(cartridge -> bring(cartridge, KeyState.QUARANTINED, by));
        return cartridges.stream().sorted().map(round::ask).toList();
    }

    @Override
    public RequestId askRelease(Set<Barcode> cartridges, String reason, ActorId by) {
        demandReason(reason);
        return twoHolders.ask(KeyRequest.Kind.RELEASE, cartridges, reason, by);
    }

    @Override
    public List<KeyStanding> grantRelease(RequestId request, ActorId other) {
        return granted(twoHolders.grant(KeyRequest.Kind.RELEASE, request, other), KeyState.ACTIVE, other);
    }

    @Override
    public RequestId askDestruction(Set<Barcode> cartridges, String reason, ActorId by) {
        demandReason(reason);
        return twoHolders.ask(KeyRequest.Kind.DESTRUCTION, cartridges, reason, by);
    }

    @Override
    public List<KeyStanding> grantDestruction(RequestId request, ActorId other) {
        return granted(twoHolders.grant(KeyRequest.Kind.DESTRUCTION, request, other), KeyState.DESTROYED, other);
    }

    private List<KeyStanding> granted(KeyRequest request, KeyState state, ActorId by) {
        List<Barcode> barcodes = request.cartridges().stream().sorted().toList();
        return barcodes.stream().map(cartridge -> bring(cartridge, state, by)).toList();
    }

    @Override
    public void settle() {
        for (Barcode cartridge : wanted.unsettled()) {
            wanted.wanted(cartridge).ifPresent(state -> bring(cartridge, state, ActorId.SYSTEM));
        }
    }

    /** Asks the stores to obey; records the answers once all have. */
    private KeyStanding bring(Barcode cartridge, KeyState state, ActorId by) {
        KeyStanding standing = round.bring(cartridge, state);
        boolean all =
                standing.silent().isEmpty() && standing.answers().stream().allMatch(answer -> answer.state() == state);
        if (all) {
            Map<String, ?> facts = Map.of(
                    "stores", standing.answers().stream().map(KeyAnswer::store).toList());
            own.executeWithoutResult(_ -> {
                wanted.settled(cartridge, state);
                recorder.record(by, act(state), facts, about(cartridge));
            });
        }
        return standing;
    }

    private static String act(KeyState state) {
        return switch (state) {
            case ACTIVE -> "key.released";
            case QUARANTINED -> "key.quarantined";
            case DESTROYED -> "key.destroyed";
        };
    }

    @Override
    public List<KeyRequest> requests() {
        return twoHolders.open();
    }

    @Override
    public KeyStanding standing(Barcode cartridge) {
        return round.ask(cartridge);
    }

    @Override
    public KeyEvidence evidence(Set<Barcode> cartridges, Instant since) {
        return evidence.read(cartridges, since);
    }

    private EntryId recorded(ActorId by, String act, Map<String, ?> facts, Barcode cartridge) {
        return Objects.requireNonNull(own.execute(_ -> recorder.record(by, act, facts, about(cartridge))));
    }

    private static void demandReason(String reason) {
        if (reason.isBlank()) {
            throw new Invalid("refused.key-reason");
        }
    }

    private static String message(Exception e) {
        return String.valueOf(e.getMessage());
    }
}
