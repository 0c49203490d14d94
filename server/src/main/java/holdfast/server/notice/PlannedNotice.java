package holdfast.server.notice;

import holdfast.server.access.Language;
import holdfast.server.exposure.Contact;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One person's notice before it has a batch.
 *
 * @param category the person's categories, joined by {@code +}
 * @param address an e-mail address, or the lines of a letter's address with the name
 */
record PlannedNotice(String person, String category, Language language, Channel channel, String name, String address) {
    /** What notices are grouped by. */
    record Group(String category, Language language, Channel channel) {}

    Group group() {
        return new Group(category, language, channel);
    }

    /** E-mail where there is an address for it, otherwise a letter; empty if the person has neither. */
    static Optional<PlannedNotice> of(Contact contact, boolean letterOnly) {
        Language language = language(contact.language());
        String category = String.join("+", new TreeSet<>(contact.categories()));
        String name = name(contact, language);
        if (!contact.email().isBlank() && !letterOnly) {
            return Optional.of(new PlannedNotice(
                    contact.who().hex(),
                    category,
                    language,
                    Channel.EMAIL,
                    name,
                    contact.email().strip()));
        }
        return letter(contact, language, category, name);
    }

    private static Optional<PlannedNotice> letter(Contact contact, Language language, String category, String name) {
        boolean chinese = language != Language.EN && !contact.addressZh().isEmpty();
        List<String> lines = chinese || contact.address().isEmpty() ? contact.addressZh() : contact.address();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String address = chinese ? String.join("\n", lines) + "\n" + name : name + "\n" + String.join("\n", lines);
        return Optional.of(new PlannedNotice(contact.who().hex(), category, language, Channel.LETTER, name, address));
    }

    /** English where no record states a language. */
    private static Language language(String tag) {
        return switch (tag) {
            case "zh-Hant" -> Language.ZH_HANT;
            case "zh-Hans" -> Language.ZH_HANS;
            default -> Language.EN;
        };
    }

    private static String name(Contact contact, Language language) {
        String first = language == Language.EN ? contact.name() : contact.nameZh();
        String second = language == Language.EN ? contact.nameZh() : contact.name();
        return first.isBlank() ? second.strip() : first.strip();
    }

    @Override
    public String toString() {
        return "PlannedNotice[" + person + ", the rest not shown]";
    }
}
