package holdfast.server.procedure;

import holdfast.server.access.Language;
import holdfast.server.record.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Guidelines in three languages, and who has acknowledged which. Safe for use by several threads. */
public interface Guidelines {

    /** A text to start from, in all three languages; nothing is issued by asking for it. */
    NewGuideline suggested();

    /**
     * Issues a guideline: it replaces the one before at once, and everybody must acknowledge anew.
     *
     * @param by a manager, the head, the data protection officer or an administrator
     * @throws IllegalArgumentException naming the language that is missing or blank
     */
    Guideline issue(NewGuideline guideline, ActorId by);

    /** The guideline in force, if one was ever issued. */
    Optional<Guideline> inForce();

    /** All ever issued, newest first. */
    List<Guideline> history();

    /**
     * A person says that they have read and understood it; a second time changes nothing.
     *
     * @param number the one that was read: it must be the one in force, so that nobody acknowledges what they never saw
     * @param language the one it was read in
     * @param by the person; nobody acknowledges for another
     */
    Acknowledgement acknowledge(int number, Language language, ActorId by);

    /** Whether the person has acknowledged the guideline in force; false while none is issued. */
    boolean acknowledged(ActorId person);

    /** Who has acknowledged this guideline, in the order of time. */
    List<Acknowledgement> acknowledgements(int number);

    /** One person's acknowledgement of one guideline. */
    record Acknowledgement(int guideline, ActorId person, Language language, Instant at) {}

    /** A guideline to be issued. */
    record NewGuideline(Map<Language, String> title, Map<Language, String> text) {
        public NewGuideline {
            title = Map.copyOf(title);
            text = Map.copyOf(text);
        }
    }
}
