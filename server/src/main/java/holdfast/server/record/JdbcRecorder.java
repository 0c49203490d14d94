package holdfast.server.record;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Records into {@code record_entry}; no index is given here, since a counter would make every act wait in line. */
@Service
class JdbcRecorder implements Recorder {
    private final EntryStore store;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Nudge nudge;

    JdbcRecorder(EntryStore store, InstantSource clock, SecureRandom random, Nudge nudge) {
        this.store = store;
        this.clock = clock;
        this.random = random;
        this.nudge = nudge;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public EntryId record(ActorId actor, String act, Map<String, ?> facts, Ref... about) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        EntryId id = new EntryId(randomId());
        Set<Ref> refs = new LinkedHashSet<>(List.of(about));
        store.insert(id, at, EntryBytes.encode(id, at, actor, act, facts, List.copyOf(refs)), refs);
        nudgeAfterCommit();
        return id;
    }

    private UUID randomId() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Ids.version4(bytes);
    }

    private void nudgeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                nudge.nudge();
            }
        });
    }
}
