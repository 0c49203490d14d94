package holdfast.server.incident;

import holdfast.server.record.ActorId;
import java.time.Duration;
import java.util.Optional;

/** Assessments of whether lost media can be read. */
public interface Assessments {
    /** Drafts one from the evidence at this moment: cipher, places of keys, every use since the last proven possession. */
    Assessment draft(IncidentId incident, ActorId by);

    /**
     * Signs the newest draft after counting the evidence again; refused if it changed since the draft.
     *
     * @param by the data protection officer
     * @param valid how long it may be cited
     */
    Assessment sign(IncidentId incident, Duration valid, ActorId by);

    /** The newest, whether it stands or not. */
    Optional<Assessment> newest(IncidentId incident);
}
