package holdfast.server.record;

/**
 * Who did something, as a plain id: a person's, a process's, or {@link #SYSTEM}. The module {@code access} gives
 * it a face.
 *
 * @param value not blank; letters, digits and {@code . _ - : @} only, at most 100
 */
public record ActorId(String value) {
    /** The product itself, acting by the clock. */
    public static final ActorId SYSTEM = new ActorId("system");

    public ActorId {
        Names.demand(value, "an actor's id");
    }

    @Override
    public String toString() {
        return value;
    }
}
