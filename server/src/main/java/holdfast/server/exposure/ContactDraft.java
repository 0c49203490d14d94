package holdfast.server.exposure;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A contact that grows with each record about the person: what is known stays, what is missing is filled in. */
final class ContactDraft {
    private String name = "";
    private String nameZh = "";
    private String email = "";
    private String phone = "";
    private List<String> address = List.of();
    private List<String> addressZh = List.of();
    private String language = "";
    private final Set<String> categories = new TreeSet<>();

    void add(holdfast.subjects.Contact more) {
        name = first(name, more.name());
        nameZh = first(nameZh, more.nameZh());
        email = first(email, more.email());
        phone = first(phone, more.phone());
        // The two forms of one address come from one record: they must not tell of different places.
        if (address.isEmpty() && addressZh.isEmpty()) {
            address = more.address();
            addressZh = more.addressZh();
        }
        language = first(language, more.language());
        categories.add(more.category());
    }

    Contact contact(SubjectId id) {
        return new Contact(id, name, nameZh, email, phone, address, addressZh, language, List.copyOf(categories));
    }

    private static String first(String known, String more) {
        return known.isEmpty() ? more : known;
    }
}
