package holdfast.server.access;

import java.util.Locale;

/** The languages in which Holdfast speaks to people. */
public enum Language {
    EN(Locale.ENGLISH),
    /** 繁體中文, as used in Hong Kong. */
    ZH_HANT(Locale.of("zh", "HK")),
    /** 简体中文. */
    ZH_HANS(Locale.of("zh", "CN"));

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The locale of the message bundles. */
    public Locale locale() {
        return locale;
    }
}
