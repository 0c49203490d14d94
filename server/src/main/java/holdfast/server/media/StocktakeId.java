package holdfast.server.media;

import java.util.UUID;

/** The id of one stocktake. */
public record StocktakeId(UUID value) {
    /** Reads what {@link #toString} wrote. */
    public static StocktakeId parse(String text) {
        return new StocktakeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
