package holdfast.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.crypto.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CartridgeTest {
    @TempDir
    Path folder;

    @Test
    void everyObjectComesBackFromStartToEnd() throws IOException {
        Written written = Written.make(folder, "a.tape", Written.objects(1), (byte) 7);
        Written.Found found = written.scan(written.bytes());
        assertThat(found.scan().damages()).isEmpty();
        assertThat(found.whole()).containsExactlyInAnyOrderEntriesOf(written.objects);
    }

    @Test
    void everyObjectComesBackByTheCatalogueAlone() throws IOException {
        Written written = Written.make(folder, "a.tape", Written.objects(1), (byte) 7);
        try (VirtualDrive drive = VirtualDrive.reading(written.image)) {
            CartridgeReader reader = CartridgeReader.open(drive, written.key);
            assertThat(reader.header().set()).isEqualTo("SET-1");
            assertThat(reader.label()).isEqualTo(Written.LABEL);
            List<CatalogueEntry> catalogue = reader.catalogue();
            assertThat(catalogue).hasSize(written.objects.size());
            for (CatalogueEntry entry : catalogue.reversed()) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                reader.read(entry, out);
                assertThat(out.toByteArray()).isEqualTo(written.objects.get(entry.name()));
            }
        }
    }

    @Test
    void nothingIsPlainBehindTheLabel() throws IOException {
        byte[] name = Written.utf8("Chan Tai Man, Z123456(7)");
        Written written = Written.make(folder, "a.tape", Map.of("a name that tells", name.clone()), (byte) 7);
        String all = Written.latin(written.bytes());
        assertThat(all).contains("please call").contains("HF0001L9");
        String behind = all.substring(all.indexOf("encrypted.\n") + 11);
        assertThat(behind)
                .doesNotContain("tells")
                .doesNotContain("Chan")
                .doesNotContain("HF0001L9")
                .doesNotContain("SET-1");
    }

    @Test
    void theSameCartridgeWrittenTwiceLooksDifferentEverywhere() throws IOException {
        byte[] one =
                Written.make(folder, "a.tape", Written.objects(1), (byte) 7).bytes();
        byte[] two =
                Written.make(folder, "b.tape", Written.objects(1), (byte) 7).bytes();
        int label = Written.LABEL.block().length + 8 + 1;
        int same = 0;
        for (int i = label + 12; i < one.length; i++) {
            same += one[i] == two[i] ? 1 : 0;
        }
        assertThat(same).isLessThan(one.length / 50);
    }

    @Test
    void anotherKeyIsSaidToBeAnother() throws IOException {
        Written written = Written.make(folder, "a.tape", Written.objects(1), (byte) 7);
        try (VirtualDrive drive = VirtualDrive.reading(written.image)) {
            assertKind(CartridgeException.Kind.WRONG_KEY, drive, Secret.owning(new byte[32]));
        }
    }

    @Test
    void blankForeignAndLaterCartridgesAreToldApart() throws IOException {
        Path blank = Files.createFile(folder.resolve("blank.tape"));
        Secret key = Secret.owning(new byte[32]);
        try (VirtualDrive drive = new VirtualDrive("T")) {
            drive.load(blank, 1 << 20, false);
            assertKind(CartridgeException.Kind.BLANK, drive, key);
            drive.rewind();
            drive.write(Written.utf8("VOL1HF0001"), 10);
            assertKind(CartridgeException.Kind.NOT_HOLDFAST, drive, key);
            drive.rewind();
            byte[] later = Written.utf8(new String(Written.LABEL.block(), java.nio.charset.StandardCharsets.UTF_8)
                    .replace("holdfast-tape 1", "holdfast-tape 2"));
            drive.write(later, later.length);
            assertKind(CartridgeException.Kind.OTHER_FORMAT, drive, key);
        }
    }

    @Test
    void anObjectShorterOrLongerThanSaidIsRefused() throws IOException {
        try (VirtualDrive drive = drive(1 << 20)) {
            CartridgeWriter writer = begin(drive);
            assertThatThrownBy(() -> writer.put("x", 5, new ByteArrayInputStream(new byte[4])))
                    .isInstanceOf(EOFException.class);
        }
        try (VirtualDrive drive = drive(1 << 20)) {
            CartridgeWriter writer = begin(drive);
            assertThatThrownBy(() -> writer.put("x", 3, new ByteArrayInputStream(new byte[4])))
                    .hasMessageContaining("longer");
        }
    }

    @Test
    void whatIsSaidToFitFitsDownToTheLastBlock() throws IOException {
        for (int capacity = 20_000; capacity < 22_100; capacity += 100) {
            try (VirtualDrive drive = drive(capacity)) {
                CartridgeWriter writer = begin(drive);
                int count = 0;
                while (writer.fits("object-" + count, 700)) {
                    writer.put("object-" + count++, 700, new ByteArrayInputStream(new byte[700]));
                }
                assertThat(writer.finish()).hasSize(count).hasSizeGreaterThan(15);
                assertThat(drive.position().byteOffset().orElseThrow()).isLessThanOrEqualTo(capacity + 8L);
            }
        }
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeAByteOfItIsWritten() throws IOException {
        try (VirtualDrive drive = drive(20_000)) {
            CartridgeWriter writer = begin(drive);
            writer.put("small", 10, new ByteArrayInputStream(new byte[10]));
            long before = writer.position();
            DriveContract.assertSense(
                    SenseKey.VOLUME_OVERFLOW,
                    () -> writer.put("large", 30_000, new ByteArrayInputStream(new byte[30_000])));
            assertThat(writer.position()).isEqualTo(before);
            assertThat(writer.finish()).hasSize(1);
        }
    }

    private VirtualDrive drive(long capacity) throws IOException {
        Path image = folder.resolve("drive.tape");
        Files.deleteIfExists(image);
        VirtualDrive drive = new VirtualDrive("T");
        drive.load(Files.createFile(image), capacity, false);
        return drive;
    }

    private static CartridgeWriter begin(Drive drive) throws IOException {
        CartridgeHeader header = new CartridgeHeader(Written.VOLUME, "S", 1, 1, java.time.Instant.EPOCH, Written.BLOCK);
        return CartridgeWriter.begin(
                drive, Written.LABEL, header, Secret.owning(new byte[32]), new java.security.SecureRandom());
    }

    private static void assertKind(CartridgeException.Kind kind, Drive drive, Secret key) {
        assertThatThrownBy(() -> CartridgeReader.open(drive, key))
                .isInstanceOfSatisfying(
                        CartridgeException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
