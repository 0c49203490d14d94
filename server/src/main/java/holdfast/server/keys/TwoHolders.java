package holdfast.server.keys;

import holdfast.crypto.KeyState;
import holdfast.server.access.Forbidden;
import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.platform.Invalid;
import holdfast.server.platform.NotNow;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import holdfast.tape.Barcode;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Release and destruction: one key holder asks, another grants. Each step is a transaction of its own. */
@Component
class TwoHolders {
    private final KeyRequests requests;
    private final WantedKeys wanted;
    private final Permits permits;
    private final Recorder recorder;
    private final InstantSource clock;
    private final SecureRandom random;
    private final TransactionTemplate own;

    TwoHolders(
            KeyRequests requests,
            WantedKeys wanted,
            Permits permits,
            Recorder recorder,
            InstantSource clock,
            SecureRandom random,
            PlatformTransactionManager transactions) {
        this.requests = requests;
        this.wanted = wanted;
        this.permits = permits;
        this.recorder = recorder;
        this.clock = clock;
        this.random = random;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    RequestId ask(KeyRequest.Kind kind, Set<Barcode> cartridges, String reason, ActorId by) {
        permits.demand(by, Role.KEY_HOLDER);
        if (cartridges.isEmpty()) {
            throw new Invalid("refused.key-cartridges");
        }
        cartridges.forEach(cartridge -> demandPossible(kind, cartridge));
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        RequestId id = new RequestId(UUID.nameUUIDFromBytes(bytes));
        own.executeWithoutResult(_ -> {
            requests.add(new KeyRequest(id, kind, cartridges, reason, by, clock.instant()));
            recorder.record(by, act(kind) + "-asked", Map.of("reason", reason, "request", id), about(cartridges));
        });
        return id;
    }

    /** Grants, and notes what is now wanted of each key; the stores are asked afterwards. */
    KeyRequest grant(KeyRequest.Kind kind, RequestId id, ActorId other) {
        permits.demand(other, Role.KEY_HOLDER);
        return Objects.requireNonNull(own.execute(_ -> {
            KeyRequest request = requests.lock(id, kind).orElseThrow(() -> new NotNow("refused.key-request-gone"));
            if (request.asker().equals(other)) {
                throw new Forbidden("refused.key-second");
            }
            request.cartridges().forEach(cartridge -> demandPossible(kind, cartridge));
            requests.granted(id, other, clock.instant());
            KeyState state = kind == KeyRequest.Kind.RELEASE ? KeyState.ACTIVE : KeyState.DESTROYED;
            for (Barcode cartridge : request.cartridges()) {
                wanted.want(cartridge, state, clock.instant());
            }
            Map<String, ?> facts = Map.of("asker", request.asker(), "request", id);
            recorder.record(other, act(kind) + "-granted", facts, about(request.cartridges()));
            return request;
        }));
    }

    List<KeyRequest> open() {
        return requests.open();
    }

    private void demandPossible(KeyRequest.Kind kind, Barcode cartridge) {
        KeyState state = wanted.wanted(cartridge).orElseThrow(() -> new Invalid("refused.key-none", cartridge));
        if (state == KeyState.DESTROYED) {
            throw new NotNow("refused.key-destroyed", cartridge);
        }
        if (kind == KeyRequest.Kind.RELEASE && state == KeyState.ACTIVE) {
            throw new NotNow("refused.key-not-held", cartridge);
        }
    }

    private static String act(KeyRequest.Kind kind) {
        return switch (kind) {
            case RELEASE -> "key.release";
            case DESTRUCTION -> "key.destruction";
        };
    }

    private static Ref[] about(Set<Barcode> cartridges) {
        return cartridges.stream().sorted().map(KeyService::about).toArray(Ref[]::new);
    }
}
