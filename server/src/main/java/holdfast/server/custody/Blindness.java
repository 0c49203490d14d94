package holdfast.server.custody;

import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.custody.Consignment.TravelState;
import holdfast.server.custody.Consignment.Travelling;
import holdfast.tape.Barcode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a page or an answer must keep back so that a count stays blind. It holds for everybody who may still have to read
 * the seals or count, not only for those posted there: a number that a colleague can read out is known.
 */
public final class Blindness {

    private Blindness() {}

    /**
     * Whether seal numbers, barcodes and signed statements of this consignment are kept from this reader: while it is under
     * way, from officers, operators and couriers.
     */
    public static boolean covers(Consignment consignment, Person reader) {
        return mayCount(reader) && consignment.leg().state().underway();
    }

    /** Which of these cartridges are kept from this reader altogether: the register too would tell what to count. */
    static Set<Barcode> covered(List<Consignment> underway, Person reader) {
        return underway.stream()
                .filter(one -> covers(one, reader))
                .flatMap(one -> one.cartridges().stream())
                .filter(one -> one.state() == TravelState.TRAVELLING || one.state() == TravelState.MISSING)
                .map(Travelling::barcode)
                .collect(Collectors.toSet());
    }

    private static boolean mayCount(Person reader) {
        return reader.holds(Role.SITE_OFFICER) || reader.holds(Role.OPERATOR) || reader.holds(Role.COURIER);
    }
}
