package holdfast.server.custody;

/** How far a leg has come. */
public enum LegState {
    /** Nothing has left. */
    PLANNED,
    /** Let go by the giver, not yet taken; the clock runs. */
    RELEASED,
    /** The carrier has it. */
    ON_THE_WAY,
    /** Received, but something is missing: still open, and alarmed. */
    PARTIAL,
    /** Received whole, or what was missing has been found. */
    ARRIVED,
    /** Turned back: counted again where it had left. */
    RETURNED,
    /** What was missing has been confirmed lost; it may still be found. */
    LOST,
    /** Called off before anything left. */
    CANCELLED;

    /** Whether cases of this leg are out of proven hands at a site. */
    public boolean underway() {
        return this == RELEASED || this == ON_THE_WAY || this == PARTIAL;
    }
}
