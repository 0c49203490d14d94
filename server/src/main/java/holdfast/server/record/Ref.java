package holdfast.server.record;

/**
 * What an entry is about, written {@code kind:id}: {@code cartridge:HF0001L9}, {@code incident:2026-1}.
 *
 * @param kind one lower-case word
 * @param id   as the module that owns the thing writes it
 */
public record Ref(String kind, String id) {
    public Ref {
        Names.demandWord(kind, "the kind of a reference");
        Names.demand(id, "the id of a reference");
    }

    /** Reads what {@link #toString} wrote. */
    public static Ref parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("a reference is written kind:id, not '" + text + "'");
        }
        return new Ref(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
