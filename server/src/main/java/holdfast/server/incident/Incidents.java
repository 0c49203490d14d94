package holdfast.server.incident;

import holdfast.server.keys.KeyStanding;
import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import holdfast.tape.Barcode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Incident files. The deadline opens them by itself ({@code RungReached} of {@code watch}); people may too. Every method
 * that changes anything demands a role and is one transaction with its ledger entry. Safe for many threads.
 */
public interface Incidents {
    /**
     * Opens a file by hand.
     *
     * @param about what it is about, such as a consignment or a stocktake
     * @param by anybody of the office
     */
    IncidentId open(String title, Ref about, Set<Barcode> cartridges, String how, ActorId by);

    /** The file of this number; {@link java.util.NoSuchElementException} if there is none of this number. */
    Incident incident(IncidentId id);

    /** All, the newest first. */
    List<Incident> all();

    /** The open incident about this, if there is one. */
    Optional<Incident> about(Ref about);

    /** From last proven possession to the first missed hand-over; empty while the record holds neither. */
    Optional<OnsetWindow> proposeOnset(IncidentId id);

    /**
     * Sets a mark. Onset, suspicion and awareness are set apart; each setting is kept, with its basis.
     *
     * @param by the data protection officer, a manager or the head
     */
    void mark(IncidentId id, Mark mark, Instant at, String basis, ActorId by);

    /**
     * Stops every store from lending the keys of its cartridges, at once: the first containment, which waits for nobody's
     * certainty.
     *
     * @param by the data protection officer, a manager, the head or a key holder
     */
    List<KeyStanding> quarantineKeys(IncidentId id, String reason, ActorId by);

    /**
     * Confirms that cartridges are lost: marks awareness if it is not set, tells {@code custody} and quarantines their
     * keys at once.
     *
     * @param basis what was searched and who was asked
     * @param by the head, who had no part in the trip
     */
    void confirmLoss(IncidentId id, Set<Barcode> cartridges, String basis, ActorId by);

    /**
     * A missing or lost cartridge is in hand again. Keys stay quarantined, persons stay exposed, and the assessment no
     * longer stands: nobody knows who had it meanwhile. What went missing on a trip is taken back by {@code custody}, by
     * its rules; what was missed at a count, only if {@code media} knows it as lost or has proved it since.
     *
     * @param at where it is now
     * @param by a site officer or operator posted there, who had no part in the trip and was not the last to have it
     */
    void found(IncidentId id, Set<Barcode> cartridges, SiteId at, String circumstances, ActorId by);

    /**
     * Says whether a condition holds that only a person can judge: a crime suspected, the Government embarrassed.
     *
     * @param by the data protection officer, a manager or the head
     */
    void answer(IncidentId id, Condition condition, boolean holds, String reason, ActorId by);

    /**
     * A condition that a person judged.
     *
     * @param holds whether it does
     */
    record Judgement(Condition condition, boolean holds, String reason, ActorId by, Instant at) {}

    /** What people have judged so far. */
    List<Judgement> judgements(IncidentId id);

    /** Decides that a report is not made, or persons are not told. Only the head may. */
    void waive(IncidentId id, String ruleId, String reason, ActorId head);

    /** Closes the file. */
    void resolve(IncidentId id, String reason, ActorId by);

    /** How every rule that can concern it stands at this moment, the most pressing first. */
    List<Clock> clocks(IncidentId id);

    /**
     * Logs a call or a letter: to whom, when, by which channel, what was said, and their reference.
     *
     * @param by the data protection officer, a manager or the head
     */
    void logContact(IncidentId id, Contacted contacted, ActorId by);

    List<Contacted> contacts(IncidentId id);

    /** What happened, rebuilt from the ledger: the incident, its cartridges, its consignment, its notices. */
    List<TimelineLine> timeline(IncidentId id);
}
