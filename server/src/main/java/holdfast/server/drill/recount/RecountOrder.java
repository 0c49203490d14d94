package holdfast.server.drill.recount;

import holdfast.vault.Vault;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.SnapshotId;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * What to count.
 *
 * @param media copies of all lost cartridges
 * @param reader a vault opened with the reader's key, released by two persons; its trees tell where chunks lie
 * @param snapshot that was written to the cartridges
 * @param registers in it
 * @param fileOf where the file of a path of the snapshot lies now, with the bytes it had at the backup
 */
public record RecountOrder(
        List<LostMedium> media,
        Vault reader,
        SnapshotId snapshot,
        List<RecountRegister> registers,
        Function<FilePath, Path> fileOf) {
    public RecountOrder {
        media = List.copyOf(media);
        registers = List.copyOf(registers);
    }
}
