package holdfast.server.console.custody;

import holdfast.server.console.page.Names;
import holdfast.server.console.say.Say;
import holdfast.server.custody.HandOver;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * One side of a hand-over, as signed.
 *
 * @param seals what the signer read on each case
 * @param signed how it was signed, and by the device's time if that was earlier
 * @param entry the page of the entry that records it
 * @param facts the exact texts: what was signed, and what was on the screen
 */
public record HandOverView(
        String what, String who, Instant at, String where, String seals, String signed, String entry, String facts) {
    /** @param blind whether somebody is still to read these seals and count: then their numbers are kept back */
    static HandOverView of(HandOver hand, boolean blind, Names names, Say say) {
        return new HandOverView(
                say.text("handover." + hand.kind().name()),
                names.of(hand.by()),
                hand.at(),
                names.of(hand.place()),
                blind ? say.text("handover.seal.blind") : seals(hand, say),
                signed(hand, say),
                "/ledger/" + hand.entry().value(),
                blind ? say.text("handover.seal.blind") : hand.statement() + "\n" + hand.shown());
    }

    private static String seals(HandOver hand, Say say) {
        String seals = hand.sealsRead().entrySet().stream()
                .map(read -> say.text(
                        "handover.seal", read.getKey().value(), read.getValue().value()))
                .sorted()
                .collect(Collectors.joining(say.text("list.comma")));
        return seals.isEmpty() ? say.text("handover.seal.none") : seals;
    }

    private static String signed(HandOver hand, Say say) {
        if (hand.signature().isEmpty()) {
            return say.text("handover.signed.session");
        }
        return hand.clientAt()
                .map(at -> say.text("handover.signed.device.at", say.exact(at)))
                .orElseGet(() -> say.text("handover.signed.device"));
    }
}
