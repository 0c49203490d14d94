package holdfast.server.console.incident;

import holdfast.server.console.say.Say;
import holdfast.server.incident.Incident;
import java.time.Instant;

/**
 * An incident in one line.
 *
 * @param title its state in a sentence
 * @param css how loud: red while something is missing and nobody has dealt with it
 */
public record IncidentHead(
        String id,
        String title,
        String stage,
        String css,
        Instant openedAt,
        String how,
        boolean open,
        boolean byDeadline) {
    /** The head of a file. */
    public static IncidentHead of(Incident one, Say say) {
        String css = switch (one.stage()) {
            case SUSPECTED, CONFIRMED -> "lost";
            case FOUND -> "due";
            case RESOLVED -> "ok";
        };
        int count = switch (one.stage()) {
            case SUSPECTED -> one.missing().size();
            case CONFIRMED -> one.lost().size();
            case FOUND, RESOLVED -> one.barcodes().size();
        };
        return new IncidentHead(
                one.id().value(),
                say.text("incident.title." + one.stage().name(), count),
                say.text("incident.stage." + one.stage().name()),
                css,
                one.openedAt(),
                say.said(one.how()),
                one.stage() != Incident.Stage.RESOLVED,
                one.openedByTheDeadline());
    }
}
