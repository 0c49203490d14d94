package holdfast.server.drill;

import holdfast.server.exposure.Exposure;
import holdfast.server.exposure.ExposureReport;
import holdfast.server.media.ArchiveOrder;
import holdfast.server.media.ArchiveRun;
import holdfast.server.media.ArchiveRuns;
import holdfast.server.media.Cartridges;
import holdfast.server.media.Classification;
import holdfast.server.media.NewCartridge;
import holdfast.server.media.Origin;
import holdfast.server.media.SetId;
import holdfast.server.vaulting.Vaults;
import holdfast.tape.Barcode;
import holdfast.vault.model.SnapshotId;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Writes the cartridges of the set, each under its own key, and a spare one for next week. */
final class StageWrite implements Stage {
    private static final SetId SET = new SetId("MONTHLY-2024-12");
    private static final SetId NEXT_SET = new SetId("WEEKLY-2024-52");
    private static final int VOLUMES = 9000;

    @Override
    public String title() {
        return "Writing the cartridges";
    }

    @Override
    public String run(Drill drill) throws IOException {
        List<Barcode> barcodes = barcodes(drill.options());
        barcodes.forEach(barcode -> register(drill, barcode));
        SnapshotId snapshot =
                SnapshotId.parse(drill.found().get(Found.Saved.class).snapshot());
        List<Barcode> set = barcodes.subList(0, drill.options().cartridges());
        Barcode spare = barcodes.getLast();
        ArchiveRun run = write(drill, SET, snapshot, set);
        write(drill, NEXT_SET, snapshot, List.of(spare));
        drill.found()
                .add(new Found.Written(
                        SET.value(), set.stream().map(Barcode::value).toList(), run.bytes(), spare.value()));
        people(drill, set);
        return Words.count(set.size(), "cartridge") + ", " + Words.size(run.bytes());
    }

    /** Everybody in the registers must lie on some cartridge of the set. */
    private static void people(Drill drill, List<Barcode> set) {
        Found.Registered registered = drill.found().get(Found.Registered.class);
        ExposureReport all = drill.service(Exposure.class).of(Set.copyOf(set));
        drill.found().add(new Found.People(registered.persons(), all.byCategory(), registered.warnings()));
        drill.checks().same("the whole set carries everybody in the registers", registered.persons(), all.persons());
    }

    /** The set's, and one more: the seed's, so that the same drill writes the same cartridges. */
    private static List<Barcode> barcodes(DrillOptions options) {
        long first = Math.floorMod(options.seed() * 1009, VOLUMES);
        return IntStream.rangeClosed(0, options.cartridges())
                .mapToObj(i -> new Barcode(String.format(Locale.ROOT, "HF%04dL9", (first + i) % VOLUMES)))
                .toList();
    }

    static void register(Drill drill, Barcode barcode) {
        drill.service(Cartridges.class)
                .register(
                        new NewCartridge(
                                barcode,
                                "Holdfast",
                                "virtual LTO-9",
                                "V" + barcode.value(),
                                Classification.RESTRICTED,
                                new Origin.Holdfast(),
                                Office.TOWER.id()),
                        Office.OPERATOR);
    }

    static ArchiveRun write(Drill drill, SetId set, SnapshotId snapshot, List<Barcode> cartridges) throws IOException {
        return drill.service(ArchiveRuns.class)
                .write(
                        new ArchiveOrder(set, drill.service(Vaults.class).archive(snapshot), cartridges),
                        Office.OPERATOR,
                        (_, written, total) -> drill.progress().at(written, total, "bytes"));
    }
}
