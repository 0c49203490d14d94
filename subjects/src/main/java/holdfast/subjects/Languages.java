package holdfast.subjects;

import java.util.Locale;

/** The languages of letters, however a register writes them. */
final class Languages {
    static final String UNSTATED = "";

    private Languages() {}

    /** {@code en}, {@code zh-Hant}, {@code zh-Hans}, or empty where the register says nothing known. */
    static String normal(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "en", "eng", "english", "e", "en-hk", "en-gb", "英文" -> "en";
            case "zh", "zh-hant", "zh-hk", "zh-tw", "zh-hant-hk", "chi", "chinese", "tc", "c", "繁體中文", "繁", "中文" ->
                "zh-Hant";
            case "zh-hans", "zh-cn", "sc", "zh-hans-cn", "简体中文", "简", "簡體中文", "簡" -> "zh-Hans";
            default -> UNSTATED;
        };
    }
}
