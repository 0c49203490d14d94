package holdfast.server.drill;

import holdfast.server.drill.recount.Recount;
import holdfast.server.drill.recount.RecountOrder;
import holdfast.server.drill.recount.RecountRegister;
import holdfast.server.drill.recount.RecountResult;
import holdfast.server.keys.CartridgeKeys;
import holdfast.server.keys.RequestId;
import holdfast.server.vaulting.VaultReader;
import holdfast.subjects.BrokenRow;
import holdfast.subjects.CsvRegister;
import holdfast.subjects.RegisterException;
import holdfast.subjects.RegisterFiles;
import holdfast.subjects.RegisterRecord;
import holdfast.subjects.RegisterSpec;
import holdfast.tape.Barcode;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.SnapshotId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The check that makes the exposure believable: copies of the lost cartridges are read from end to end, every
 * chunk opened, every register parsed again by other code, and the persons counted. The index is not read.
 *
 * <p>In a drill that keeps its folder the keys stay released, so that anybody can count the cartridges again.
 */
final class StageRecount implements Stage {
    @Override
    public String title() {
        return "Counting again by brute force";
    }

    @Override
    public String run(Drill drill) throws Exception {
        CartridgeKeys keys = drill.service(CartridgeKeys.class);
        List<Barcode> lost = drill.found().get(Found.Confirmed.class).lost().stream()
                .map(Barcode::new)
                .toList();
        Instant before = drill.clock().instant();
        release(keys, Set.copyOf(lost));
        RecountResult result;
        try {
            result = count(drill, keys, lost);
        } finally {
            if (drill.options().keep().isEmpty()) {
                keys.quarantine(Set.copyOf(lost), "the brute-force count is done", Office.DPO);
            }
        }
        long uses = keys.evidence(Set.copyOf(lost), before).uses();
        drill.found().add(new Found.Recounted(result.persons(), result.byCategory(), result.chunks(), uses));
        check(drill, result);
        return Words.count(result.persons(), "person") + " on " + Words.count(result.chunks(), "chunk") + " of "
                + Words.count(lost.size(), "cartridge");
    }

    /** One key holder asks, the other grants. */
    private static void release(CartridgeKeys keys, Set<Barcode> lost) {
        RequestId request =
                keys.askRelease(lost, "brute-force count on copies, to check the exposure", Office.KEY_HOLDER_1);
        keys.grantRelease(request, Office.KEY_HOLDER_2);
    }

    private static RecountResult count(Drill drill, CartridgeKeys keys, List<Barcode> lost) throws Exception {
        Path scratch = drill.folder().root().resolve("recount");
        try (LostCopies copies = LostCopies.of(drill.folder().cartridges(), lost, scratch, keys);
                VaultReader reader =
                        Keyholders.openReader(drill, "brute-force count on copies of the lost cartridges")) {
            return Recount.run(new RecountOrder(
                    lost.stream().map(copies::medium).toList(),
                    reader.vault(),
                    SnapshotId.parse(drill.found().get(Found.Saved.class).snapshot()),
                    registers(drill.found().get(Found.Source.class)),
                    path -> Path.of(path.toString())));
        }
    }

    /** Only the facts of each register's header: the rows are parsed by the recount's own parser. */
    private static List<RecountRegister> registers(Found.Source source) throws IOException, RegisterException {
        List<RecountRegister> registers = new ArrayList<>();
        for (int i = 0; i < source.registerFiles().size(); i++) {
            Path file = source.registerFiles().get(i);
            RegisterSpec spec = source.registers().get(i);
            registers.add(RecountRegister.of(
                    FilePath.of(file),
                    RegisterFiles.read(file, spec, Ignoring.ROWS).layout()));
        }
        return registers;
    }

    private static void check(Drill drill, RecountResult result) {
        Found.Exposed exposed = drill.found().get(Found.Exposed.class);
        drill.checks()
                .same(
                        "the index and the brute-force count find the same number of persons",
                        exposed.persons(),
                        result.persons());
        drill.checks()
                .add(
                        "and the same in each category",
                        exposed.byCategory().equals(result.byCategory()),
                        Words.parts(result.byCategory()));
        drill.checks()
                .add(
                        "the bytes on the cartridges are the bytes of the files",
                        result.differences().isEmpty(),
                        result.differences().isEmpty()
                                ? Words.size(result.marked()) + " compared"
                                : result.differences().getFirst());
    }

    /** The header is all that is wanted here. */
    private enum Ignoring implements CsvRegister.Listener {
        ROWS;

        @Override
        public void record(RegisterRecord row) {}

        @Override
        public void broken(BrokenRow row) {}
    }
}
