package holdfast.server.console.custody;

import holdfast.server.console.draw.CustodyLine;
import holdfast.server.console.draw.CustodyLine.Lane;
import holdfast.server.console.draw.CustodyLine.Mark;
import holdfast.server.console.draw.CustodyLine.Stop;
import holdfast.server.console.draw.CustodyLine.Trail;
import holdfast.server.console.page.Names;
import holdfast.server.console.say.Say;
import holdfast.server.custody.Consignment;
import holdfast.server.custody.HandOver;
import holdfast.server.custody.Leg;
import holdfast.server.custody.LegState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Draws a consignment: a lane for each site and each carrier in the order of the journey. Proven is what somebody signed;
 * from a due time without a receipt on, the line says that nothing was heard.
 */
public final class ConsignmentLine {
    private final Consignment consignment;
    private final Names names;
    private final Say say;
    private final List<Lane> lanes = new ArrayList<>();
    private final List<Stop> stops = new ArrayList<>();

    private ConsignmentLine(Consignment consignment, Names names, Say say) {
        this.consignment = consignment;
        this.names = names;
        this.say = say;
    }

    /** The line as it stands at the page's moment. */
    public static CustodyLine of(Consignment consignment, Names names, Say say) {
        return new ConsignmentLine(consignment, names, say).draw();
    }

    private CustodyLine draw() {
        Leg first = consignment.legs().getFirst();
        lanes.add(new Lane(names.of(first.from()), say.text("line.site")));
        boolean left = first.last(HandOver.Kind.RELEASE).isPresent();
        add(
                0,
                consignment.plannedAt(),
                "planned",
                names.of(consignment.plannedBy()),
                Mark.PROVEN,
                left ? Trail.PROVEN : Trail.EXPECTED);
        for (Leg leg : consignment.legs()) {
            lanes.add(new Lane(names.of(leg.carrier()), say.text("line.carrier")));
            lanes.add(new Lane(names.of(leg.to()), say.text("line.site")));
            leg(leg, lanes.size() - 3);
        }
        String label = say.text(
                "line.label",
                consignment.id().value(),
                names.of(first.from()),
                names.of(consignment.legs().getLast().to()));
        return new CustodyLine(label, lanes, stops);
    }

    private void leg(Leg leg, int from) {
        Optional<HandOver> released = leg.last(HandOver.Kind.RELEASE);
        Optional<HandOver> taken = leg.last(HandOver.Kind.TAKE);
        Optional<HandOver> received = leg.last(HandOver.Kind.RECEIVE);
        if (released.isEmpty()) {
            if (leg.state() != LegState.CANCELLED) {
                add(from + 2, leg.due(), "due", "", Mark.EXPECTED, Trail.EXPECTED);
            }
            return;
        }
        boolean still = received.isEmpty() && say.past(leg.due());
        signed(from, released.get(), "released", taken.isEmpty() && still);
        taken.ifPresent(hand -> signed(from + 1, hand, "taken", false));
        int holder = taken.isPresent() ? from + 1 : from;
        if (received.isPresent()) {
            counted(leg, holder, from + 2, received.get());
        } else {
            waiting(leg, holder, from + 2);
        }
    }

    /** Somebody counted at the far end; late, if the due time had passed. */
    private void counted(Leg leg, int holder, int to, HandOver receipt) {
        if (receipt.at().isAfter(leg.due())) {
            add(holder, leg.due(), "due", say.text("line.noReceipt"), Mark.MISSED, Trail.SILENT);
        }
        boolean whole = leg.state() == LegState.ARRIVED || leg.state() == LegState.RETURNED;
        int where = receipt.place().equals(leg.from()) ? to - 2 : to;
        add(
                where,
                receipt.at(),
                whole ? "received" : "partial",
                names.of(receipt.by()),
                whole ? Mark.PROVEN : Mark.MISSED,
                Trail.PROVEN);
    }

    /** Nobody has counted: on the way, or overdue, or given up for lost. */
    private void waiting(Leg leg, int holder, int to) {
        boolean late = say.past(leg.due());
        boolean lost = leg.state() == LegState.LOST;
        if (late) {
            add(holder, leg.due(), "due", say.text("line.noReceipt"), Mark.MISSED, Trail.SILENT);
        }
        String detail = late ? say.text("line.late", say.between(leg.due(), say.now())) : "";
        add(
                holder,
                say.now(),
                lost ? "lost" : "now",
                detail,
                late ? Mark.NOW_LATE : Mark.NOW,
                lost ? Trail.NONE : Trail.EXPECTED);
        if (!lost) {
            add(
                    to,
                    late ? null : leg.due(),
                    late ? "receipt" : "due",
                    late ? say.text("line.awaited") : "",
                    Mark.EXPECTED,
                    Trail.EXPECTED);
        }
    }

    private void signed(int lane, HandOver hand, String what, boolean silent) {
        add(lane, hand.at(), what, names.of(hand.by()), Mark.PROVEN, silent ? Trail.SILENT : Trail.PROVEN);
    }

    private void add(int lane, @Nullable Instant at, String what, String detail, Mark mark, Trail after) {
        stops.add(new Stop(lane, at, say.text("line." + what), detail, mark, after, null));
    }
}
