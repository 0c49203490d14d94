package holdfast.server.console.page;

import holdfast.server.console.say.Say;
import holdfast.server.record.Entry;
import holdfast.server.record.Proof;
import holdfast.server.record.Ref;
import java.util.List;
import java.util.LongSummaryStatistics;

/**
 * The entries behind a figure or a card, in one line.
 *
 * @param text 'entries 18,204 to 18,219, witnessed'
 * @param sealed whether a witness has seen all of them
 * @param href where they are listed; empty if nowhere
 */
public record ProofView(String text, boolean sealed, String href) {
    /** The proof of everything that the ledger says about a thing. */
    public static ProofView of(Ref about, List<Entry> entries, Say say) {
        String href = "/ledger?about=" + about;
        LongSummaryStatistics indexes = entries.stream()
                .filter(entry -> entry.index().isPresent())
                .mapToLong(entry -> entry.index().getAsLong())
                .summaryStatistics();
        if (indexes.getCount() < entries.size() || entries.isEmpty()) {
            return new ProofView(say.text("proof.some.pending", entries.size()), false, href);
        }
        boolean sealed = entries.stream().allMatch(entry -> entry.proof() == Proof.WITNESSED);
        String range = indexes.getCount() == 1
                ? say.number(indexes.getMin())
                : say.text("proof.range", say.number(indexes.getMin()), say.number(indexes.getMax()));
        String key = sealed ? "proof.all.witnessed" : "proof.all.integrated";
        return new ProofView(say.text(key, indexes.getCount(), range), sealed, href);
    }
}
