package holdfast.server.exposure;

import java.util.List;

/**
 * How to write to one person: from the first record, in the order of the registers, that has an address of the
 * kind. Lives no longer than the notice that is made of it.
 *
 * @param name in English, or empty
 * @param nameZh in Chinese, or empty
 * @param email or empty
 * @param phone or empty
 * @param address lines in English, from the flat to the region; may be empty
 * @param addressZh lines in Chinese; may be empty
 * @param language {@code en}, {@code zh-Hant}, {@code zh-Hans}, or empty where no record states one
 * @param categories what the person is to the department
 */
public record Contact(
        SubjectId who,
        String name,
        String nameZh,
        String email,
        String phone,
        List<String> address,
        List<String> addressZh,
        String language,
        List<String> categories) {
    /** The id alone: contacts turn up in exceptions and logs. */
    @Override
    public String toString() {
        return "Contact[" + who + ", the rest not shown]";
    }
}
