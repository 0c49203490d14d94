package holdfast.server.custody;

import holdfast.server.access.Person;
import holdfast.server.access.Role;

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
        boolean mayCount = reader.holds(Role.SITE_OFFICER) || reader.holds(Role.OPERATOR) || reader.holds(Role.COURIER);
        return mayCount && consignment.leg().state().underway();
    }
}
