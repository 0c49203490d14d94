package holdfast.server.procedure;

import holdfast.server.record.ActorId;
import java.time.Instant;
import java.util.List;

/** The rules of transit, version after version. Safe for use by several threads. */
public interface Procedures {

    /** The version that judges a departure at this moment; the set that Holdfast brings until one is approved. */
    ProcedureVersion inForce();

    /** The version that was in force then. */
    ProcedureVersion inForceAt(Instant moment);

    /** Every version and open proposal, newest first. */
    List<ProcedureVersion> history();

    /**
     * Writes down a new version. It judges nothing until somebody else approves it.
     *
     * @param by a manager, the data protection officer, or an administrator
     * @throws IllegalArgumentException if it has no rules, or two of the same kind
     */
    ProcedureVersion propose(NewProcedure procedure, ActorId by);

    /**
     * Puts a proposal in force from this moment: the next departure is judged by it, whenever it was planned.
     *
     * @param by the head or a manager, and not who proposed it
     * @throws NotPermittedException if the same person wrote it
     */
    ProcedureVersion approve(int number, ActorId by);

    /** Judges a departure by the version in force now. */
    Findings judge(Facts facts);

    /** A version to be: its name, why it is needed, and the whole list of its rules. */
    record NewProcedure(String title, String reason, List<Rule> rules) {
        public NewProcedure {
            rules = List.copyOf(rules);
        }
    }
}
