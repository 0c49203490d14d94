package holdfast.server.platform;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** Says {@link Phrase phrases} in one language, with times of one zone. Immutable. */
public final class Phrases {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ZoneId zone;
    private final List<ResourceBundle> bundles;

    public Phrases(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        this.bundles = Stream.of("phrases", "refusals", "procedure")
                .map(name -> ResourceBundle.getBundle("messages." + name, locale, NO_FALLBACK))
                .toList();
    }

    /** In English: for forms, the ledger and programs. */
    public static Phrases english(ZoneId zone) {
        return new Phrases(Locale.ENGLISH, zone);
    }

    public String say(Phrase phrase) {
        Object[] values = phrase.values().stream().map(this::value).toArray();
        return new MessageFormat(words(phrase.code()), locale).format(values);
    }

    /** Several sentences, one after the other. */
    public String say(List<Phrase> phrases) {
        return phrases.isEmpty() ? "" : say(Phrase.together(phrases));
    }

    private String words(String code) {
        return bundles.stream()
                .filter(bundle -> bundle.containsKey(code))
                .findFirst()
                .orElse(bundles.getFirst())
                .getString(code);
    }

    private Object value(Phrase.Value value) {
        return switch (value) {
            case Phrase.Value.Text(String text) -> text;
            case Phrase.Value.Count(long count) -> count;
            case Phrase.Value.Time(Instant time) -> time(time);
            case Phrase.Value.Names(List<String> names) -> String.join(words("phrase.comma"), names);
            case Phrase.Value.Part(Phrase part) -> say(part);
        };
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofPattern(words("phrase.time"), locale).format(at.atZone(zone));
    }
}
