package holdfast.server.place;

import holdfast.server.access.Language;

/**
 * A place where cartridges are kept, and between which they travel.
 *
 * @param nameZhHant may be empty, then the English name serves
 * @param nameZhHans may be empty, then the English name serves
 */
public record Site(SiteId id, String nameEn, String nameZhHant, String nameZhHans, String address) {
    /** Its name for a reader of this language. */
    public String name(Language language) {
        String name = switch (language) {
            case EN -> nameEn;
            case ZH_HANT -> nameZhHant;
            case ZH_HANS -> nameZhHans;
        };
        return name.isEmpty() ? nameEn : name;
    }
}
