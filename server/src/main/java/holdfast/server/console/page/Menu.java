package holdfast.server.console.page;

import java.util.List;
import java.util.stream.Stream;

/**
 * The navigation of one request.
 *
 * @param groups the entries that this person may open, by group
 * @param person whose session it is; empty on a page without one
 * @param post what this person does; may be empty
 */
public record Menu(List<Group> groups, String person, String post) {
    private static final int ON_THE_BAR = 4;

    /** Entries under one small title (a message key, empty for the first group). */
    public record Group(String title, List<Entry> entries) {}

    /**
     * @param name of the page, also the tail of its message key
     * @param icon a symbol of {@code templates/console/icons.html}, without its {@code icon-}
     * @param count how many things there wait; 0 shows nothing
     * @param css {@code lost} or {@code due}: what the count means
     */
    public record Entry(String name, String href, String icon, long count, String css) {
        public static Entry of(String name, String icon) {
            return new Entry(name, "/" + name, icon, 0, "due");
        }

        public Entry counting(long things, String meaning) {
            return new Entry(name, href, icon, things, meaning);
        }
    }

    private Stream<Entry> all() {
        return groups.stream().flatMap(group -> group.entries().stream());
    }

    /** Whether this person may open the page of this name: else nothing should lead there. */
    public boolean opens(String name) {
        return all().anyMatch(entry -> entry.name().equals(name));
    }

    /** What stands on the bar of a phone. */
    public List<Entry> first() {
        return all().limit(ON_THE_BAR).toList();
    }

    /** What a phone shows after 'more'. */
    public List<Entry> rest() {
        return all().skip(ON_THE_BAR).toList();
    }
}
