package holdfast.server.record;

import java.util.UUID;

/** The id that an entry has from the moment it is recorded; its index in the ledger comes shortly after. */
public record EntryId(UUID value) {
    /** Reads what {@link #toString} wrote. */
    public static EntryId parse(String text) {
        return new EntryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
