package holdfast.server.drill;

import holdfast.server.record.ActorId;
import java.util.List;

/** The drills that were held, as far as somebody recorded them here. */
public interface HeldDrills {
    /**
     * Records a drill by what it printed with {@code --json}, or left as {@code drill.json}; the same file twice is
     * recorded once.
     *
     * @param drillJson the whole file
     * @param by an operator, a manager or the head
     * @throws IllegalArgumentException if it is no drill's outcome; says what is missing
     */
    HeldDrill record(byte[] drillJson, ActorId by);

    /** All, the newest first. */
    List<HeldDrill> all();
}
