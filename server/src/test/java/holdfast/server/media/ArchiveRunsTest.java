package holdfast.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.crypto.KeyUnavailableException;
import holdfast.server.access.Role;
import holdfast.server.keys.CartridgeKeys;
import holdfast.server.place.Places;
import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.Staff;
import holdfast.tape.Barcode;
import holdfast.tape.CartridgeReader;
import holdfast.tape.CartridgeScan;
import holdfast.tape.Mounts;
import holdfast.tape.ObjectSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@HoldfastTest
class ArchiveRunsTest {
    private final ArchiveRuns runs;
    private final Cartridges cartridges;
    private final Cases cases;
    private final CartridgeKeys keys;
    private final Mounts mounts;
    private final Staff staff;
    private final Ground ground;

    ArchiveRunsTest(
            ArchiveRuns runs,
            Cartridges cartridges,
            Cases cases,
            CartridgeKeys keys,
            Mounts mounts,
            Staff staff,
            Places places) {
        this.runs = runs;
        this.cartridges = cartridges;
        this.cases = cases;
        this.keys = keys;
        this.mounts = mounts;
        this.staff = staff;
        this.ground = new Ground(staff, places, cartridges, cases);
    }

    /** Nine packs and one piece of metadata; of the last pack nothing can be read, if it fails. */
    private record Packs(String prefix, boolean fails) implements ArchiveSource {
        @Override
        public SnapshotRef snapshot() {
            return new SnapshotRef("main", prefix);
        }

        @Override
        public List<Item> items() {
            List<Item> items = new ArrayList<>(List.of(new Item(prefix + "meta", 10, false)));
            for (int i = 0; i < 9; i++) {
                items.add(new Item(prefix + "pack" + i, 1000, true));
            }
            return items;
        }

        @Override
        public InputStream open(String name) throws IOException {
            if (fails && name.endsWith("pack8")) {
                throw new IOException("the folder vanished");
            }
            return new ByteArrayInputStream(new byte[name.endsWith("meta") ? 10 : 1000]);
        }
    }

    @Test
    void everyCartridgeGetsItsShareUnderItsOwnKeyAndTheRegisterKnowsWhatLiesWhere() throws IOException {
        List<Barcode> set = List.of(ground.cartridge(), ground.cartridge(), ground.cartridge());
        ArchiveRun run = runs.write(order(set, "a", false), ground.operator, ArchiveProgress.SILENT);
        assertThat(run.objects()).isEqualTo(12);
        assertThat(run.finishedAt()).isPresent();
        for (Barcode barcode : set) {
            List<Archived> on = runs.on(Set.of(barcode));
            assertThat(on).hasSize(4).filteredOn(Archived::data).hasSize(3);
            CartridgeScan scan = read(barcode, ground.operator);
            assertThat(scan.intact()).isTrue();
            assertThat(scan.whole().stream().map(entry -> entry.name()).collect(Collectors.toSet()))
                    .isEqualTo(on.stream().map(Archived::object).collect(Collectors.toSet()));
        }
        assertThat(runs.runsOn(Set.copyOf(set))).extracting(ArchiveRun::id).containsExactly(run.id());
        assertThat(cartridges.inSet(run.set())).hasSize(3);
        assertThat(cartridges.cartridge(set.getFirst()).lastProven().where()).isEqualTo("the library");
    }

    @Test
    void aCartridgeWrittenAnewForgetsWhatWasOnIt() throws IOException {
        Barcode one = ground.cartridge();
        runs.write(order(List.of(one), "b", false), ground.operator, ArchiveProgress.SILENT);
        runs.write(order(List.of(one), "c", false), ground.operator, ArchiveProgress.SILENT);
        assertThat(runs.on(Set.of(one))).hasSize(10).allMatch(on -> on.object().startsWith("c"));
    }

    @Test
    void afterAnInterruptedRunTheOldAndTheNewContentsBothCount() throws IOException {
        Barcode one = ground.cartridge();
        runs.write(order(List.of(one), "d", false), ground.operator, ArchiveProgress.SILENT);
        assertThatThrownBy(() -> runs.write(order(List.of(one), "e", true), ground.operator, ArchiveProgress.SILENT))
                .hasMessage("the folder vanished");
        assertThat(runs.on(Set.of(one))).hasSize(20);
        assertThat(runs.runsOn(Set.of(one))).hasSize(2);
    }

    @Test
    void whatIsLostSealedHeldOrForeignIsNotWritten() {
        Barcode lost = ground.cartridge();
        cartridges.lost(Set.of(lost), new Ref("consignment", "x"), ground.manager);
        Barcode packed = ground.cartridge();
        cases.pack(ground.box(5), Set.of(packed), ground.operator);
        Barcode held = ground.cartridge();
        cartridges.hold(held, "court", ground.manager);
        Barcode foreign = ground.cartridge(new Origin.Foreign("OtherBackup", "payroll", "none known", 10));
        for (Barcode barcode : List.of(lost, packed, held, foreign, new Barcode("NOSUCH02"))) {
            assertThatThrownBy(() -> runs.write(
                            order(List.of(ground.cartridge(), barcode), "f", false),
                            ground.operator,
                            ArchiveProgress.SILENT))
                    .isInstanceOf(MediaRefused.class);
            assertThat(runs.on(Set.of(barcode))).isEmpty();
        }
    }

    @Test
    void aSetsNameIsUsedOnce() throws IOException {
        ArchiveOrder first = order(List.of(ground.cartridge()), "g", false);
        runs.write(first, ground.operator, ArchiveProgress.SILENT);
        ArchiveOrder second = new ArchiveOrder(first.set(), first.source(), List.of(ground.cartridge()));
        assertThatThrownBy(() -> runs.write(second, ground.operator, ArchiveProgress.SILENT))
                .isInstanceOf(MediaRefused.class)
                .hasMessageContaining("already");
    }

    @Test
    void aQuarantinedCartridgeIsReadByNobody() throws IOException {
        Barcode one = ground.cartridge();
        runs.write(order(List.of(one), "h", false), ground.operator, ArchiveProgress.SILENT);
        ActorId holder = staff.person(Role.KEY_HOLDER);
        keys.quarantine(Set.of(one), "never arrived", holder);
        assertThatThrownBy(() -> read(one, holder)).isInstanceOf(KeyUnavailableException.class);
    }

    private CartridgeScan read(Barcode barcode, ActorId by) throws IOException {
        return mounts.with(
                barcode,
                drive -> keys.use(
                        barcode,
                        "test",
                        by,
                        key -> CartridgeReader.open(drive, key).scan(ObjectSink.NOTHING)));
    }

    private static ArchiveOrder order(List<Barcode> cartridges, String prefix, boolean fails) {
        SetId set = new SetId("SET-" + Ground.seal());
        return new ArchiveOrder(set, new Packs(prefix, fails), cartridges);
    }
}
