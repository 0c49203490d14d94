package holdfast.server.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.crypto.Secret;
import holdfast.server.access.Role;
import holdfast.server.drill.recount.LostMedium;
import holdfast.server.drill.recount.Recount;
import holdfast.server.drill.recount.RecountOrder;
import holdfast.server.drill.recount.RecountRegister;
import holdfast.server.drill.recount.RecountResult;
import holdfast.server.drill.recount.TapeMedium;
import holdfast.server.drill.synthetic.Synthetic;
import holdfast.server.drill.synthetic.SyntheticData;
import holdfast.server.drill.synthetic.SyntheticOrder;
import holdfast.server.keys.CartridgeKeys;
import holdfast.server.media.ArchiveOrder;
import holdfast.server.media.ArchiveProgress;
import holdfast.server.media.ArchiveRuns;
import holdfast.server.media.Cartridges;
import holdfast.server.media.Classification;
import holdfast.server.media.NewCartridge;
import holdfast.server.media.Origin;
import holdfast.server.media.SetId;
import holdfast.server.place.Places;
import holdfast.server.place.Site;
import holdfast.server.place.SiteId;
import holdfast.server.platform.Phrases;
import holdfast.server.record.ActorId;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.Staff;
import holdfast.server.vaulting.BackupOrder;
import holdfast.server.vaulting.BackupRun;
import holdfast.server.vaulting.Backups;
import holdfast.server.vaulting.TestVault;
import holdfast.server.vaulting.VaultReader;
import holdfast.server.vaulting.Vaults;
import holdfast.subjects.index.RecordPlaces;
import holdfast.subjects.index.RegisterPlaces;
import holdfast.tape.Barcode;
import holdfast.tape.Mounts;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@HoldfastTest
class ExposureTest {
    private static final List<Barcode> SET =
            List.of(new Barcode("EX0001L9"), new Barcode("EX0002L9"), new Barcode("EX0003L9"));
    private static final Barcode FOREIGN = new Barcode("EX0009L9");
    private static final SiteId SITE = new SiteId("exposure-test");

    private final Vaults vaults;
    private final Backups backups;
    private final Cartridges cartridges;
    private final ArchiveRuns runs;
    private final CartridgeKeys keys;
    private final Mounts mounts;
    private final Exposure exposure;
    private final Places places;
    private final Staff staff;

    @TempDir
    private Path folder;

    ExposureTest(
            Vaults vaults,
            Backups backups,
            Cartridges cartridges,
            ArchiveRuns runs,
            CartridgeKeys keys,
            Mounts mounts,
            Exposure exposure,
            Places places,
            Staff staff) {
        this.vaults = vaults;
        this.backups = backups;
        this.cartridges = cartridges;
        this.runs = runs;
        this.keys = keys;
        this.mounts = mounts;
        this.exposure = exposure;
        this.places = places;
        this.staff = staff;
    }

    @Test
    void whoIsOnLostCartridgesIsKnownWithoutThem() throws IOException {
        SyntheticData data = Synthetic.write(folder, SyntheticOrder.of(1500), new Random(5));
        ActorId operator = staff.person(Role.OPERATOR);
        BackupRun backup = backUp(data, operator);
        register(operator);
        runs.write(
                new ArchiveOrder(new SetId("EXPOSURE-TEST"), vaults.archive(backup.snapshot()), SET),
                operator,
                ArchiveProgress.SILENT);

        ExposureReport all = exposure.of(Set.copyOf(SET));
        assertThat(all.persons()).isEqualTo(1500);
        assertThat(all.byCategory()).containsEntry("staff", 10L).containsEntry("creditor", 1490L);
        assertThat(all.byLanguage().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(1500);
        assertThat(exposure.subjects(Set.copyOf(SET)).size()).isEqualTo(1500);

        Barcode one = SET.get(1);
        ExposureReport some = exposure.of(Set.of(one));
        assertThat(some.persons()).isPositive().isLessThan(1500);
        RecountResult counted = recount(one, backup);
        assertThat(counted.persons()).isEqualTo(some.persons());
        assertThat(counted.byCategory()).isEqualTo(some.byCategory());
        assertThat(counted.differences()).isEmpty();

        whatWouldBeLost(one);
        withAForeignOne(some, one);
    }

    private void whatWouldBeLost(Barcode one) {
        LossForecast forecast = exposure.ifLost(Set.of(one));
        assertThat(english(forecast))
                .contains("Nobody without the key")
                .contains("AES-256")
                .contains("site-a, site-b")
                .as("no file paths to those who read it")
                .doesNotContain("/");
        assertThat(forecast.bytesLost()).isZero();
        assertThat(forecast.restorePointLost()).isEmpty();
    }

    private void withAForeignOne(ExposureReport some, Barcode one) {
        ExposureReport both = exposure.of(Set.of(one, FOREIGN));
        assertThat(both.persons()).isEqualTo(some.persons());
        assertThat(both.unknownAtMost()).isEqualTo(some.unknownAtMost() + 40_000);
        assertThat(english(exposure.ifLost(Set.of(FOREIGN))))
                .isEqualTo("EX0009L9 was written by OldBackup 3; its protection, as declared: none known.");
    }

    private static String english(LossForecast forecast) {
        return Phrases.english(ZoneOffset.UTC).say(forecast.readableBy());
    }

    private BackupRun backUp(SyntheticData data, ActorId operator) {
        TestVault.demand(vaults, staff);
        BackupOrder order = new BackupOrder("exposure test", List.of(folder), data.registers());
        return backups.run(order, operator, Progress.NONE);
    }

    private void register(ActorId operator) {
        places.add(new Site(SITE, "Exposure test", "", "", ""), staff.administrator());
        for (Barcode barcode : SET) {
            cartridges.register(cartridge(barcode, new Origin.Holdfast()), operator);
        }
        Origin foreign = new Origin.Foreign("OldBackup 3", "payroll 2019", "none known", 40_000);
        cartridges.register(cartridge(FOREIGN, foreign), operator);
    }

    private static NewCartridge cartridge(Barcode barcode, Origin origin) {
        return new NewCartridge(barcode, "Holdfast", "virtual", "S" + barcode, Classification.RESTRICTED, origin, SITE);
    }

    private RecountResult recount(Barcode lost, BackupRun backup) throws IOException {
        ActorId holder = staff.person(Role.KEY_HOLDER);
        try (VaultReader reader = TestVault.reader(vaults, staff)) {
            List<RecountRegister> registers = RecordPlaces.decode(reader.vault()
                            .attachment(backup.snapshot(), RecordPlaces.ATTACHMENT)
                            .orElseThrow())
                    .registers()
                    .stream()
                    .map(ExposureTest::register)
                    .toList();
            return keys.use(lost, "a test's recount", holder, key -> recount(lost, key, backup, reader, registers));
        }
    }

    private static RecountRegister register(RegisterPlaces places) {
        return RecountRegister.of(FilePath.parse(places.file()), places.layout());
    }

    private RecountResult recount(
            Barcode lost, Secret key, BackupRun backup, VaultReader reader, List<RecountRegister> registers) {
        try {
            return mounts.with(lost, drive -> {
                List<LostMedium> media = List.of(new TapeMedium(lost.value(), drive, key));
                return Recount.run(new RecountOrder(
                        media, reader.vault(), backup.snapshot(), registers, path -> Path.of(path.toString())));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
