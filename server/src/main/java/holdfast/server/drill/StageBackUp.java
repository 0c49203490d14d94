package holdfast.server.drill;

import holdfast.crypto.Secret;
import holdfast.server.vaulting.BackupOrder;
import holdfast.server.vaulting.BackupRun;
import holdfast.server.vaulting.Backups;
import holdfast.server.vaulting.Vaults;
import holdfast.vault.model.VaultOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files go into an encrypted vault; on the way every person's place in it is learned. */
final class StageBackUp implements Stage {
    /** So many packs of registers a cartridge, at least: each is to carry its part of the persons. */
    private static final int PACKS_PER_CARTRIDGE = 6;

    /** What registers shrink to, roughly; only the size of packs rests on it. */
    private static final int COMPRESSION = 4;

    @Override
    public String title() {
        return "Backing up into an encrypted vault";
    }

    @Override
    public String run(Drill drill) throws IOException {
        Found.Source source = drill.found().get(Found.Source.class);
        try (Secret owner = Keyholders.ownerPassphrase(drill);
                Secret reader = Keyholders.readerPassphrase(drill)) {
            drill.service(Vaults.class).create(owner, reader, sizes(drill, source), Office.KEY_HOLDER_1);
        }
        BackupRun run = drill.service(Backups.class)
                .run(
                        new BackupOrder("daily", List.of(source.folder()), source.registers()),
                        Office.OPERATOR,
                        new BytesSeen(drill.progress()));
        drill.found().add(new Found.Saved(run.snapshot().toString(), run.files(), run.bytes(), run.storedBytes()));
        drill.found().add(new Found.Registered(run.persons(), run.warnings()));
        return Words.count(run.persons(), "person") + " in "
                + Words.count(source.registers().size(), "register") + ", "
                + Words.count(run.files(), "file") + ", " + Words.size(run.bytes()) + " stored in "
                + Words.size(run.storedBytes());
    }

    /** Small packs for a small vault, so that the registers reach every cartridge. */
    private static VaultOptions sizes(Drill drill, Found.Source source) throws IOException {
        long registers = 0;
        for (Path file : source.registerFiles()) {
            registers += Files.size(file);
        }
        long packs = (long) drill.options().cartridges() * PACKS_PER_CARTRIDGE;
        int pack = Math.clamp(registers / COMPRESSION / packs, 4 << 10, VaultOptions.DEFAULT.packTarget());
        int group = Math.clamp(pack, 4 << 10, VaultOptions.DEFAULT.groupTarget());
        int chunk = Math.clamp(Integer.highestOneBit(group / 4), 1 << 10, VaultOptions.DEFAULT.chunkAverage());
        return new VaultOptions(chunk, group, pack, VaultOptions.DEFAULT.compression());
    }
}
