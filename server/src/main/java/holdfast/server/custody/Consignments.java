package holdfast.server.custody;

import holdfast.server.access.Person;
import holdfast.server.media.CaseId;
import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import holdfast.tape.Barcode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The journeys of cases. Every method that changes anything demands a role and runs in one transaction with its ledger
 * entry; a refusal is recorded too. Safe for use by several threads.
 *
 * @see RefusedException what all of these throw where a person may not do what they ask, or not now
 */
public interface Consignments {

    /**
     * Plans a journey. Nothing is judged yet: a departure is judged when it happens.
     *
     * @param by an operator, a site officer or a manager
     */
    ConsignmentId plan(NewConsignment consignment, ActorId by);

    /**
     * Judges a journey that is only thought of, as if it left now, and says what it would mean if it never arrived.
     * Changes nothing.
     *
     * @param giver who would release it
     * @throws RefusedException if it could not be planned: a case is elsewhere or promised, the carrier is no courier
     */
    Outlook consider(NewConsignment consignment, ActorId giver);

    /** The cases at a site that no consignment has yet, by number. */
    List<CaseId> free(SiteId site);

    /** Calls off a consignment of which nothing has left. */
    void cancel(ConsignmentId id, String reason, ActorId by);

    /**
     * What stands against the next leg's departure, and what if it never arrives. Both signers are shown this.
     *
     * @param giver who would release it: the rules look at that person
     */
    DepartureView departure(ConsignmentId id, ActorId giver);

    /**
     * The giver lets go: from now on the receipt is expected by the leg's due time.
     *
     * @param giver a site officer or operator posted at the leg's start, never its carrier
     * @throws RefusedException if the procedure forbids it, a seal read is not the seal recorded, or the facts changed
     */
    HandOver release(ConsignmentId id, Confirmation confirmation, ActorId giver);

    /** What the giver was shown, for the carrier to see before taking. */
    DepartureView taking(ConsignmentId id);

    /** The carrier takes what was released to them, and from now on is the last proven possessor. */
    HandOver take(ConsignmentId id, Confirmation confirmation, ActorId carrier);

    /**
     * An officer counts, blind: at the leg's end, or at its start if the carrier turned back. Missing cartridges stay open
     * and alarm at once; counting again later may find them. A count signed offline may arrive after others have acted:
     * it is kept, and changes nothing that was settled meanwhile.
     *
     * @param receiver a site officer or operator posted where they count, neither giver nor carrier
     */
    Receipt receive(ConsignmentId id, BlindCount count, ActorId receiver);

    /**
     * Somebody senior, off the trip, confirms that cartridges are lost.
     *
     * @param basis why: what was searched, who was asked
     * @param by a manager, the head or the data protection officer; nobody who gave, carried or received
     */
    void confirmLost(ConsignmentId id, Set<Barcode> cartridges, String basis, ActorId by);

    /**
     * A cartridge that was missing or lost, on a journey or from its shelf, is in hand again. Its exposure stays: nobody knows who had it meanwhile. The
     * seniors are told at once. What has simply arrived where it was going is not found but counted: {@link #receive}.
     *
     * @param at the site where it now lies
     * @param circumstances how it came back
     * @param by an officer or operator posted there, who did not plan, give or carry it
     */
    void found(Barcode cartridge, SiteId at, String circumstances, ActorId by);

    /**
     * As {@link #found}, for a whole case that was lost.
     *
     * @param counted what is in it; what is not counted stays lost
     */
    void foundCase(CaseId box, SiteId at, Set<Barcode> counted, String circumstances, ActorId by);

    /**
     * Closes the inspection that a wrong seal or an extra cartridge called for.
     *
     * @param finding what was found out
     * @param by a manager, the head or the data protection officer; nobody who gave, carried or received
     */
    void settleInspection(ConsignmentId id, String finding, ActorId by);

    /**
     * Says what stands on a case and what else lies in it, as seen before it goes; the newest declaration counts.
     *
     * @param by an operator or site officer
     */
    void declare(CaseDeclaration declaration, ActorId by);

    /** What was last declared of a case. */
    Optional<CaseDeclaration> declared(CaseId box);

    /** One consignment. */
    Consignment consignment(ConsignmentId id);

    /** All with a leg that is released and not wholly received, soonest due first. */
    List<Consignment> underway();

    /**
     * The cartridges that are kept from this reader, who may yet have to count them: those released, on their way or
     * missing. To such a reader nothing tells them from cartridges that were never registered.
     */
    Set<Barcode> keptFrom(Person reader);

    /** All, newest first. */
    List<Consignment> all();

    /** All in which this cartridge travelled, newest first. */
    List<Consignment> of(Barcode cartridge);
}
