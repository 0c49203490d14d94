package holdfast.server.custody;

import holdfast.server.media.CaseId;
import holdfast.tape.Barcode;
import java.util.Set;

/**
 * What a count turned out to mean. Shown only after it was given.
 *
 * @param handOver the receiver's side, as recorded
 * @param arrived expected and counted now
 * @param missing expected and still not counted: they stay open, and the alarm rings at once
 * @param extra counted and not expected
 * @param wrongSeals cases that are there with another number on the seal than the one they left with
 * @param absentCases expected cases that are not there
 * @param extraCases cases that are there and do not belong to this consignment
 * @param late whether the receipt came after the due time, by the server's clock
 */
public record Receipt(
        HandOver handOver,
        Set<Barcode> arrived,
        Set<Barcode> missing,
        Set<Barcode> extra,
        Set<CaseId> wrongSeals,
        Set<CaseId> absentCases,
        Set<CaseId> extraCases,
        boolean late) {

    public Receipt {
        arrived = Set.copyOf(arrived);
        missing = Set.copyOf(missing);
        extra = Set.copyOf(extra);
        wrongSeals = Set.copyOf(wrongSeals);
        absentCases = Set.copyOf(absentCases);
        extraCases = Set.copyOf(extraCases);
    }

    /** Whether everything came as it left. */
    public boolean clean() {
        return complete() && !suspicious();
    }

    /** Whether nothing is missing. */
    public boolean complete() {
        return missing.isEmpty() && absentCases.isEmpty();
    }

    /** Whether somebody must look into it: a seal was changed, or there is more than left. */
    public boolean suspicious() {
        return !extra.isEmpty() || !wrongSeals.isEmpty() || !extraCases.isEmpty();
    }
}
