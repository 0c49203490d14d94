package holdfast.server.media;

import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import holdfast.tape.Barcode;
import java.util.List;
import java.util.Set;

/**
 * The cases, what is packed in them, their locks and seals.
 *
 * <p>Every change demands a permit and is an entry about {@code case:NUMBER} and its cartridges. What the state
 * forbids throws {@link MediaRefused}; nothing has changed then.
 */
public interface Cases {
    /** Enters an empty, open case that stands at a site. */
    Box register(CaseId id, String description, String lock, int slots, SiteId site, ActorId by);

    /**
     * The case of this number.
     *
     * @throws MediaRefused if none is registered
     */
    Box box(CaseId id);

    /** All, by number. */
    List<Box> all();

    /** Those that stand at a site. */
    List<Box> at(SiteId site);

    /** Puts scanned cartridges, which lie at the same site, into an open case: all or none. */
    void pack(CaseId id, Set<Barcode> scanned, ActorId by);

    /** Takes scanned cartridges out of an open case onto the shelf of its site. */
    void unpack(CaseId id, Set<Barcode> scanned, ActorId by);

    /** Closes a packed case with a seal that was never used before. */
    void seal(CaseId id, SealNumber seal, ActorId by);

    /**
     * Breaks the seal, whose number was read from the seal itself.
     *
     * @return whether the number read is the one that was put on; a difference is recorded as a finding
     */
    boolean unseal(CaseId id, SealNumber read, ActorId by);

    /** A sealed case leaves its site with a consignment. Called by custody in its transaction. */
    void depart(CaseId id, Ref consignment, ActorId by);

    /**
     * A case arrived and was counted. Those present are at the site in the case; the others stay in transit with
     * the consignment. Called by custody in its transaction.
     */
    void arrive(CaseId id, SiteId site, Set<Barcode> present, ActorId by);

    /** Confirms that the case itself is lost, and with it all that was still packed in it. */
    void lost(CaseId id, Ref because, ActorId by);

    /** A lost case, or one overdue in transit, turned up; its cartridges are found with those counted in it. */
    void found(CaseId id, SiteId site, Set<Barcode> present, ActorId by);
}
