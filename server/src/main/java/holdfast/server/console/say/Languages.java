package holdfast.server.console.say;

import java.util.List;
import java.util.Locale;

/** The three languages of the pages. A language's own name is never translated. */
public enum Languages {
    EN(Locale.ENGLISH, "en", "English"),
    ZH_HANT(Locale.of("zh", "HK"), "zh-Hant", "繁體中文"),
    ZH_HANS(Locale.of("zh", "CN"), "zh-Hans", "简体中文");

    private final Locale locale;
    private final String tag;
    private final String ownName;

    Languages(Locale locale, String tag, String ownName) {
        this.locale = locale;
        this.tag = tag;
        this.ownName = ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** What stands in an address and in the {@code hreflang} attribute. */
    public String tag() {
        return tag;
    }

    public String ownName() {
        return ownName;
    }

    /** The language of a tag such as {@code zh-Hant} or {@code zh-HK}; English if there is none of ours. */
    public static Languages of(Locale wanted) {
        if (!wanted.getLanguage().equals("zh")) {
            return EN;
        }
        boolean simplified =
                wanted.getScript().equals("Hans") || List.of("CN", "SG").contains(wanted.getCountry());
        return simplified && !wanted.getScript().equals("Hant") ? ZH_HANS : ZH_HANT;
    }

    /** The language of what a browser asks for: the first of its wishes that is English or Chinese. */
    public static Languages firstOf(List<Locale> wishes) {
        return wishes.stream()
                .filter(wish ->
                        wish.getLanguage().equals("en") || wish.getLanguage().equals("zh"))
                .findFirst()
                .map(Languages::of)
                .orElse(EN);
    }
}
