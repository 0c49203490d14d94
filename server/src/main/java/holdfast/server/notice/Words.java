package holdfast.server.notice;

import holdfast.server.access.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The words of notices in one language, with named places filled in. */
final class Words {
    private final ResourceBundle bundle;

    Words(Language language) {
        this.bundle = ResourceBundle.getBundle(
                "messages.notice",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String say(String key) {
        return bundle.getString(key);
    }

    /**
     * Says it with these words filled in. {@code {name}} and {@code {reference}} stay: they are each person's own.
     *
     * @throws IllegalArgumentException if a place is left without a word
     */
    String say(String key, Map<String, String> words) {
        String text = say(key);
        for (Map.Entry<String, String> word : words.entrySet()) {
            text = text.replace("{" + word.getKey() + "}", word.getValue());
        }
        String rest = text.replace("{name}", "").replace("{reference}", "");
        if (rest.contains("{")) {
            throw new IllegalArgumentException("no word for a place in '" + key + "': " + rest);
        }
        return text;
    }

    boolean knows(String key) {
        return bundle.containsKey(key);
    }

    /** A list as the language writes it: a, b and c. */
    String list(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        return String.join(say("list.comma"), parts.subList(0, parts.size() - 1)) + say("list.and") + parts.getLast();
    }

    Locale locale() {
        return bundle.getLocale();
    }
}
