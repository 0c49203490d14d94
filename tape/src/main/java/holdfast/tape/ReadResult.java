package holdfast.tape;

/** What one READ met. */
public sealed interface ReadResult {
    /** A whole block of {@code length} bytes, 1 or more; the head stands behind it. */
    record Block(int length) implements ReadResult {}

    /** A filemark; the head stands behind it. */
    record Filemark() implements ReadResult {}

    /** Nothing was ever written from here on; the head has not moved. */
    record EndOfData() implements ReadResult {}
}
