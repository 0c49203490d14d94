package holdfast.server.procedure;

import holdfast.server.platform.Phrase;
import holdfast.server.record.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One published version of the rules of transit, or a proposal for the next.
 *
 * @param number counts from 1 in the order of proposal; 0 is the set that Holdfast brings
 * @param title what a person calls it
 * @param reason why it replaces the one before
 * @param rules asked in this order
 * @param proposedBy who wrote it
 * @param approvedBy who put it in force, always somebody else; empty while it is only proposed, and for version 0
 * @param since from when it is in force; empty while it is only proposed
 */
public record ProcedureVersion(
        int number,
        String title,
        String reason,
        List<Rule> rules,
        ActorId proposedBy,
        Optional<ActorId> approvedBy,
        Optional<Instant> since) {

    public ProcedureVersion {
        rules = List.copyOf(rules);
    }

    /** Whether Holdfast brought it: in force from the first day, which is no date. */
    public boolean builtIn() {
        return number == 0;
    }

    /** The title; of what Holdfast brings, in any language. */
    public Phrase titleSaid() {
        return builtIn() ? Phrase.of("procedure.basic.title") : Phrase.asItIs(title);
    }

    /** The reason; of what Holdfast brings, in any language. */
    public Phrase reasonSaid() {
        return builtIn() ? Phrase.of("procedure.basic.reason") : Phrase.asItIs(reason);
    }

    /** Judges a departure by this version. Pure: the same facts always give the same findings. */
    public Findings judge(Facts facts) {
        return new Findings(
                number,
                rules.stream().map(Rule::id).toList(),
                rules.stream().flatMap(rule -> rule.judge(facts).stream()).toList());
    }
}
