package holdfast.server.console.custody;

import holdfast.server.console.say.Say;
import holdfast.server.procedure.Findings;
import java.util.List;

/** One finding of the procedure: what is against a departure, and what to do. */
public record Against(String found, String todo) {
    /** All of them in the reader's language. */
    static List<Against> of(Findings findings, Say say) {
        return findings.against().stream()
                .map(one -> new Against(one.found(say.locale()), one.todo(say.locale())))
                .toList();
    }
}
