package holdfast.server.media;

import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import holdfast.server.record.Ref;
import holdfast.tape.Barcode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The register of every cartridge.
 *
 * <p>Every change demands a permit and is an entry about {@code cartridge:BARCODE}. A change that the cartridge's
 * state forbids throws {@link MediaRefused} with a sentence for people, and nothing has changed.
 */
public interface Cartridges {
    /** Enters a cartridge that lies at a site. */
    Cartridge register(NewCartridge cartridge, ActorId by);

    /**
     * The cartridge of this barcode.
     *
     * @throws MediaRefused if none is registered
     */
    Cartridge cartridge(Barcode barcode);

    /** The cartridge of this barcode, if there is one. */
    Optional<Cartridge> find(Barcode barcode);

    /** All, by barcode, disposed ones included. */
    List<Cartridge> all();

    /** Those at a site, on the shelf or in a case there, or found there. */
    List<Cartridge> at(SiteId site);

    /** Those packed in a case, wherever it is. */
    List<Cartridge> inCase(CaseId box);

    /** Those of a tape set. */
    List<Cartridge> inSet(SetId set);

    /**
     * Notes that somebody proved to have these cartridges, as {@code entry} says. Called by the module that made
     * the entry, in its transaction.
     */
    void proven(Set<Barcode> cartridges, ActorId who, String where, EntryId entry);

    /** Confirms a loss: they stop counting as held. */
    void lost(Set<Barcode> cartridges, Ref because, ActorId by);

    /** A lost cartridge, or one overdue in transit, turned up at a site; it must be examined before use. */
    void found(Barcode cartridge, SiteId site, ActorId by);

    /** Somebody examined a found cartridge, with this finding; it lies on the shelf again. */
    void examined(Barcode cartridge, String finding, ActorId by);

    /** Takes it under legal hold: it may not be written, erased or disposed of. */
    void hold(Barcode cartridge, String reason, ActorId by);

    /** Ends the legal hold. */
    void endHold(Barcode cartridge, String reason, ActorId by);
}
