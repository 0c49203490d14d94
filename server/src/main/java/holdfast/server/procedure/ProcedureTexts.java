package holdfast.server.procedure;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The module's own sentences, in English, 繁體中文 and 简体中文 ({@code messages/procedure*.properties}). */
final class ProcedureTexts {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ProcedureTexts() {}

    static String sentence(Locale locale, String key, List<String> arguments) {
        String pattern;
        try {
            pattern = bundle(locale).getString(key);
        } catch (MissingResourceException absent) {
            // A finding stored by a version that had more rules: better its raw words than none.
            return key + " " + arguments;
        }
        return new MessageFormat(pattern, locale).format(arguments.toArray());
    }

    static String text(Locale locale, String key) {
        return bundle(locale).getString(key);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("messages/procedure", locale, NO_FALLBACK);
    }
}
