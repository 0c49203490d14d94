package holdfast.server.drill;

import holdfast.server.media.CaseId;
import holdfast.server.media.Cases;
import holdfast.server.media.SealNumber;
import holdfast.tape.Barcode;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Packs and seals the case that goes missing, and one for the cartridges that do not, if there are any. */
final class StagePack implements Stage {
    static final CaseId MISSING = new CaseId("K-07");
    static final CaseId ARRIVING = new CaseId("K-08");
    private static final SealNumber SEAL = new SealNumber("004417");
    private static final SealNumber OTHER_SEAL = new SealNumber("004418");
    private static final int SLOTS = 20;
    private static final Duration TIME_TO_PACK = Duration.ofMinutes(10);

    @Override
    public String title() {
        return "Packing and sealing the case";
    }

    @Override
    public String run(Drill drill) {
        List<String> all = drill.found().get(Found.Written.class).barcodes();
        Set<String> lost = new LinkedHashSet<>(
                drill.options().lose().isEmpty() ? all : drill.options().lose());
        List<String> unknown = lost.stream().filter(one -> !all.contains(one)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "--lose names " + Words.list(unknown) + ", but the cartridges are " + Words.list(all));
        }
        List<String> others = all.stream().filter(one -> !lost.contains(one)).toList();
        close(drill, MISSING, SEAL, List.copyOf(lost));
        if (!others.isEmpty()) {
            close(drill, ARRIVING, OTHER_SEAL, others);
        }
        drill.found().add(new Found.Packed(MISSING.value(), SEAL.value(), List.copyOf(lost), others));
        return "case " + MISSING + ", seal " + SEAL + ", " + Words.count(lost.size(), "cartridge");
    }

    /** Registers a case at the tower, packs and seals it. */
    static void close(Drill drill, CaseId id, SealNumber seal, List<String> barcodes) {
        Cases cases = drill.service(Cases.class);
        int slots = Math.max(SLOTS, barcodes.size());
        cases.register(
                id, "shock-, heat- and water-proof", "lock " + id.value(), slots, Office.TOWER.id(), Office.OPERATOR);
        Set<Barcode> scanned = barcodes.stream().map(Barcode::new).collect(Collectors.toUnmodifiableSet());
        cases.pack(id, scanned, Office.OPERATOR);
        drill.clock().pass(TIME_TO_PACK);
        cases.seal(id, seal, Office.OPERATOR);
    }
}
