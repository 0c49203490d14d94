package holdfast.server.notice;

import holdfast.server.access.Language;
import holdfast.server.incident.OfficeProfile;
import holdfast.server.incident.ProfileField;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Answers strangers. The reference is hashed and looked up by the hash, so that the time taken tells nothing about it; an
 * unknown one does the same work. The limit is kept in memory, by address, and not stored.
 */
@Service
class LookupService implements AffectedLookup {
    private static final int QUESTIONS = 10;
    private static final Duration WITHIN = Duration.ofMinutes(5);
    private static final int ADDRESSES = 10_000;
    private static final String NOBODYS = "0000-0000-0000";

    private final MessageStore messages;
    private final BatchStore batches;
    private final OfficeProfile profile;
    private final InstantSource clock;
    private final Map<String, Asked> asked = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Asked> eldest) {
            return size() > ADDRESSES;
        }
    };

    /** How often an address asked since {@code from}. */
    private record Asked(Instant from, int times) {}

    LookupService(MessageStore messages, BatchStore batches, OfficeProfile profile, InstantSource clock) {
        this.messages = messages;
        this.batches = batches;
        this.profile = profile;
        this.clock = clock;
    }

    @Override
    public Answer ask(String reference, Language language, String from) {
        Words words = new Words(language);
        if (tooOften(from)) {
            return new Answer.Later(words.say("lookup.later"), List.of(words.say("lookup.later.text", desk())));
        }
        String read = Reference.read(reference).orElse(NOBODYS);
        Optional<MessageStore.Known> known = messages.byReference(Reference.hash(read));
        return known.<Answer>map(one -> affected(one, read, language, words))
                .orElseGet(() -> new Answer.Unknown(
                        words.say("lookup.unknown"), List.of(words.say("lookup.unknown.text", desk()))));
    }

    /** The paragraphs of the notice itself, in the language asked for where its batch has one, without name and address. */
    private Answer affected(MessageStore.Known known, String reference, Language language, Words words) {
        Batch own = batches.batch(known.batch());
        Wording wording = batches.batches(known.incident()).stream()
                .filter(batch ->
                        batch.language() == language && batch.category().equals(own.category()))
                .findFirst()
                .map(batch -> batches.wording(batch.id()))
                .orElseGet(() -> batches.wording(own.id()));
        List<String> paragraphs = new ArrayList<>();
        wording.sections().stream()
                .map(Wording.Section::text)
                .filter(text -> !text.contains("{name}"))
                .map(text -> text.replace("{reference}", reference))
                .forEach(paragraphs::add);
        return new Answer.Affected(words.say("lookup.affected"), paragraphs);
    }

    private Map<String, String> desk() {
        Map<ProfileField, String> office = profile.all();
        return Map.of(
                "phone", office.getOrDefault(ProfileField.ENQUIRY_PHONE, "…"),
                "email", office.getOrDefault(ProfileField.ENQUIRY_EMAIL, "…"));
    }

    private synchronized boolean tooOften(String from) {
        Instant now = clock.instant();
        Asked before = asked.get(from);
        if (before == null || Duration.between(before.from(), now).compareTo(WITHIN) > 0) {
            asked.put(from, new Asked(now, 1));
            return false;
        }
        asked.put(from, new Asked(before.from(), before.times() + 1));
        return before.times() >= QUESTIONS;
    }
}
