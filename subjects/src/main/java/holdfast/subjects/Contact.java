package holdfast.subjects;

import java.util.List;

/**
 * What a notice needs of a person, read from one record.
 *
 * @param name in English, empty if the record has none
 * @param nameZh in Chinese, empty if the record has none
 * @param email empty if the record has none
 * @param phone empty if the record has none
 * @param address lines in English, from the flat to the region; empty if there is none
 * @param addressZh in Chinese, empty if the record has none
 * @param language {@code en}, {@code zh-Hant}, {@code zh-Hans}, or empty
 * @param category what the person is to the department
 */
public record Contact(
        String name,
        String nameZh,
        String email,
        String phone,
        List<String> address,
        List<String> addressZh,
        String language,
        String category) {
    /** Nothing of it: contacts turn up in exceptions and logs. */
    @Override
    public String toString() {
        return "Contact[not shown]";
    }
}
