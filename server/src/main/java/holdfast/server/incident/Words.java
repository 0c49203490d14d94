package holdfast.server.incident;

/** What a person must say in words. */
final class Words {
    private static final int LONGEST = 20_000;

    private Words() {}

    /** @throws IllegalArgumentException if nothing is said, or a book */
    static void demand(String text, String what) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("Give a " + what + ", in words (at most " + LONGEST + " characters).");
        }
    }
}
