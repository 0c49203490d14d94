package holdfast.server.browser;

import java.util.function.Function;

/**
 * A page to look at.
 *
 * @param pattern of the route, as the page's controller declares it
 * @param person who goes there: a sign-in name, or empty for a stranger
 * @param path the address on the drill's office
 */
record Visit(String pattern, String person, Function<Scene, String> path) {
    /** Of a page whose address holds nothing of the office. */
    static Visit of(String pattern, String person) {
        return new Visit(pattern, person, scene -> pattern);
    }

    /** The pattern, as a test's name and a file's. */
    @Override
    public String toString() {
        return pattern + (person.isEmpty() ? "" : " as " + person);
    }

    String fileName() {
        String name = pattern.replaceAll("[^a-z]+", "-").replaceAll("^-|-$", "");
        return (name.isEmpty() ? "overview" : name) + (person.isEmpty() ? "" : "-" + person);
    }
}
