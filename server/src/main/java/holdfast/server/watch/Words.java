package holdfast.server.watch;

import holdfast.server.access.Language;
import holdfast.server.platform.Phrase;
import holdfast.server.platform.Phrases;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** The watch's own words in one person's language. */
final class Words {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;
    private final ZoneId zone;

    Words(Language language, ZoneId zone) {
        this.locale = language.locale();
        this.bundle = ResourceBundle.getBundle("messages.watch", locale, NO_FALLBACK);
        this.zone = zone;
    }

    String say(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    String say(Phrase phrase) {
        return new Phrases(locale, zone).say(phrase);
    }

    /** What is waited for, in a word; a kind that these words do not know is named as it is. */
    String what(String what) {
        String key = "what." + what;
        return bundle.containsKey(key) ? bundle.getString(key) : what;
    }

    String time(Instant instant) {
        String pattern = locale.getLanguage().equals("zh") ? "yyyy年M月d日 HH:mm (z)" : "d MMMM yyyy, HH:mm (z)";
        return DateTimeFormatter.ofPattern(pattern, locale).withZone(zone).format(instant);
    }
}
