package holdfast.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The shapes of data that are measured. */
enum Shape {
    SMALL_FILES("small", "small files", 2, "1 % of the files changed"),
    SQL_DUMP("sql", "SQL dump", 3, "1 % of the rows changed in 120 runs; then 1 % scattered"),
    RANDOM("random", "random data", 1, ""),
    DISK_IMAGE("image", "disk image", 2, "400 blocks of 4 KiB rewritten, 24 MB new");

    final String id;
    final String title;
    /** How many there are: the later ones differ a little from the first. */
    final int versions;

    final String changes;

    Shape(String id, String title, int versions, String changes) {
        this.id = id;
        this.title = title;
        this.versions = versions;
        this.changes = changes;
    }

    static Shape of(String id) {
        return Arrays.stream(values())
                .filter(shape -> shape.id.equals(id))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("there is no corpus " + id + "; there are "
                        + Arrays.stream(values()).map(shape -> shape.id).toList()));
    }

    /** The steps of a round, in their order. */
    List<Phase> phases() {
        List<Phase> backups = IntStream.range(1, versions)
                .mapToObj(i -> i == 1 ? Phase.SECOND : Phase.THIRD)
                .toList();
        List<Phase> all = new ArrayList<>(List.of(Phase.FIRST, Phase.UNCHANGED));
        all.addAll(backups);
        if (this == SMALL_FILES) {
            all.addAll(List.of(Phase.SNAPSHOTS, Phase.SNAPSHOTS_KEY_FILE));
        }
        all.addAll(List.of(Phase.RESTORE, Phase.CHECK));
        return all;
    }
}
