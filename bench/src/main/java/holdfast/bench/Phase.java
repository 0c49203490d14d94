package holdfast.bench;

import java.util.Arrays;

/** What a tool is asked to do. */
enum Phase {
    FIRST("first"),
    UNCHANGED("unchanged"),
    SECOND("second"),
    THIRD("third"),
    SNAPSHOTS("snapshots"),
    SNAPSHOTS_KEY_FILE("snapshots-key-file"),
    RESTORE("restore"),
    CHECK("check");

    final String id;

    Phase(String id) {
        this.id = id;
    }

    static Phase of(String id) {
        return Arrays.stream(values())
                .filter(phase -> phase.id.equals(id))
                .findAny()
                .orElseThrow();
    }

    /** Whether it is over in a second, and therefore measured several times in a round. */
    boolean isShort() {
        return this == SNAPSHOTS || this == SNAPSHOTS_KEY_FILE;
    }
}
