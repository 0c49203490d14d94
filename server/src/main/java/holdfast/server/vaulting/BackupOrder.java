package holdfast.server.vaulting;

import holdfast.subjects.RegisterSpec;
import java.nio.file.Path;
import java.util.List;

/**
 * What to back up.
 *
 * @param name the schedule's or the occasion's, for people: it becomes the snapshot's tag
 * @param paths files and folders
 * @param registers which files among them are registers
 */
public record BackupOrder(String name, List<Path> paths, List<RegisterSpec> registers) {
    public BackupOrder {
        paths = List.copyOf(paths);
        registers = List.copyOf(registers);
    }
}
