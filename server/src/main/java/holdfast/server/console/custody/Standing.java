package holdfast.server.console.custody;

import holdfast.server.console.say.Say;
import holdfast.server.custody.Consignment;
import holdfast.server.custody.Leg;
import holdfast.server.custody.LegState;

/**
 * How a consignment stands, as a pill says it.
 *
 * @param css the pill's colour and shape
 * @param text two or three words
 * @param late whether a receipt is overdue, or something is missing or lost
 */
public record Standing(String css, String text, boolean late) {
    /**
     * The standing at the page's moment.
     *
     * @param blind whether the reader may yet have to count: how many are missing is then not said
     */
    public static Standing of(Consignment consignment, boolean blind, Say say) {
        int missing =
                blind ? 0 : consignment.in(Consignment.TravelState.MISSING).size();
        Leg leg = consignment.leg();
        boolean overdue = leg.state().underway() && leg.state() != LegState.PARTIAL && say.past(leg.due());
        if (overdue) {
            return new Standing("lost", say.text("transit.overdue", say.between(leg.due(), say.now())), true);
        }
        return switch (leg.state()) {
            case PLANNED -> new Standing(say.past(leg.due()) ? "due" : "", say.text("transit.planned"), false);
            case RELEASED -> new Standing("due", say.text("transit.released"), false);
            case ON_THE_WAY -> new Standing("moving", say.text("transit.onTheWay", say.away(leg.due())), false);
            case PARTIAL -> new Standing("lost", say.text("transit.partial", missing), true);
            case ARRIVED -> new Standing("ok", say.text("transit.arrived"), false);
            case RETURNED -> new Standing("ok", say.text("transit.returned"), false);
            case LOST -> new Standing("lost", say.text("transit.lost"), true);
            case CANCELLED -> new Standing("", say.text("transit.cancelled"), false);
        };
    }
}
