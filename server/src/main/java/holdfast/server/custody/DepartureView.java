package holdfast.server.custody;

import holdfast.server.exposure.LossForecast;
import holdfast.server.media.CaseId;
import holdfast.server.media.SealNumber;
import holdfast.server.platform.Invalid;
import holdfast.server.procedure.Findings;
import java.util.Map;
import java.util.Set;

/**
 * What giver and carrier are shown before a case goes: how the procedure judges the departure, and what it means if the
 * case never arrives. Stored with the hand-over as {@link #facts}.
 *
 * @param leg which leg would depart
 * @param cases what must be read: the seal numbers themselves are not shown
 * @param facts canonical text of everything shown
 * @param shown its digest; a confirmation names it, and is refused if the facts have changed since
 */
public record DepartureView(
        ConsignmentId consignment,
        int leg,
        Set<CaseId> cases,
        Findings findings,
        LossForecast ifLost,
        String facts,
        Digest shown) {

    public DepartureView {
        cases = Set.copyOf(cases);
    }

    /** A signed-in confirmation of what this view shows, with the seals as read. */
    public Confirmation confirm(Map<CaseId, SealNumber> sealsRead) {
        return Confirmation.signedIn(sealsRead, shown);
    }

    /** As above, for a consignment of one case. */
    public Confirmation confirm(SealNumber read) {
        if (cases.size() != 1) {
            throw new Invalid("refused.read-each-seal", cases.size());
        }
        return confirm(Map.of(cases.iterator().next(), read));
    }
}
