package holdfast.server.incident;

import holdfast.server.access.Language;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The draft of a public statement: what the record shows, in plain words, and no more. Reveals nothing about the search. */
final class StatementText {
    private final CaseFacts facts;
    private final Language language;
    private final ResourceBundle words;

    StatementText(CaseFacts facts, Language language) {
        this.facts = facts;
        this.language = language;
        this.words = ResourceBundle.getBundle(
                "messages.incident",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String text() {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(say(
                "statement.loss",
                Map.of(
                        "office", office(),
                        "n", Integer.toString(facts.incident().barcodes().size()),
                        "date",
                                day(facts.incident()
                                        .at(Mark.ONSET)
                                        .orElse(facts.incident().openedAt())))));
        paragraphs.add(say(
                "statement.persons",
                Map.of("persons", MediaBlocks.grouped(facts.exposure().persons()))));
        if (facts.exposure().unknownAtMost() > 0) {
            paragraphs.add(say(
                    "statement.unknown",
                    Map.of("persons", MediaBlocks.grouped(facts.exposure().unknownAtMost()))));
        }
        paragraphs.add(say(readable(), Map.of("cipher", facts.evidence().cipherName())));
        paragraphs.add(told());
        paragraphs.add(say("statement.notices", Map.of()));
        paragraphs.add(say(
                "statement.ask",
                Map.of(
                        "phone", facts.profile().getOrDefault(ProfileField.ENQUIRY_PHONE, "…"),
                        "email", facts.profile().getOrDefault(ProfileField.ENQUIRY_EMAIL, "…"),
                        "url", facts.profile().getOrDefault(ProfileField.PUBLIC_URL, "…"))));
        return String.join("\n\n", paragraphs);
    }

    private String readable() {
        boolean plain = !facts.evidence().foreign()
                && facts.evidence().keys().uses() == 0
                && facts.evidence().allHeldBack();
        return plain ? "statement.encrypted" : "statement.underReview";
    }

    private String told() {
        String authorities = facts.sent().stream()
                .map(one -> words.getString("authority." + one.form().name()))
                .distinct()
                .collect(Collectors.joining(words.getString("list.comma")));
        return authorities.isEmpty()
                ? say("statement.toldNone", Map.of())
                : say("statement.told", Map.of("authorities", authorities));
    }

    private String office() {
        ProfileField field = switch (language) {
            case EN -> ProfileField.OFFICE_EN;
            case ZH_HANT -> ProfileField.OFFICE_ZH_HANT;
            case ZH_HANS -> ProfileField.OFFICE_ZH_HANS;
        };
        return facts.profile().getOrDefault(field, facts.profile().getOrDefault(ProfileField.OFFICE_EN, "…"));
    }

    private String day(Instant at) {
        return DateTimeFormatter.ofPattern(words.getString("day"), language.locale())
                .format(at.atZone(facts.zone()));
    }

    private String say(String key, Map<String, String> fills) {
        String text = words.getString(key);
        for (Map.Entry<String, String> fill : fills.entrySet()) {
            text = text.replace("{" + fill.getKey() + "}", fill.getValue());
        }
        return text;
    }
}
