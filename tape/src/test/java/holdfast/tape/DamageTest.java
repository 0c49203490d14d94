package holdfast.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done to a cartridge between writing and reading: nothing of it may pass unnoticed, or give out junk. */
class DamageTest {
    @TempDir
    Path folder;

    @Test
    void everyFlippedByteIsNoticedAndTheBlockNamed() throws IOException {
        Written written = Written.make(folder, "a.tape", Written.objects(2), (byte) 7);
        byte[] whole = written.bytes();
        List<Integer> starts = starts(whole);
        for (int at = 0; at < whole.length; at += at % 40 == 0 ? 1 : 3) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 0x10;
            int record = recordOf(starts, at);
            List<Damage> damages = damagesOrOpening(written, flipped);
            assertThat(damages)
                    .describedAs("byte " + at + " of record " + record)
                    .isNotEmpty();
            if (record > StreamFormat.HEADER_BLOCK && record < starts.size() - 3) {
                assertThat(damages.getFirst().block()).isEqualTo(record);
                assertThat(damages.getFirst().byteOffset()).hasValue(starts.get(record));
            }
        }
    }

    /** Found by fuzzing: the length of a record is changed, and where the tape ends comes before the header. */
    @Test
    void aTapeThatEndsBeforeItsHeaderIsSaidToBeDamaged() throws IOException {
        Written written = Written.make(folder, "a.tape", Written.objects(1), (byte) 7);
        byte[] cut = Arrays.copyOf(written.bytes(), starts(written.bytes()).get(1));
        assertThatThrownBy(() -> written.scan(cut))
                .isInstanceOf(CartridgeException.class)
                .hasMessageContaining("the header (block 2) cannot be read");
    }

    @Test
    void aDamagedBlockCostsOnlyTheObjectsInIt() throws IOException {
        Written written = Written.make(folder, "a.tape", Written.objects(2), (byte) 7);
        byte[] whole = written.bytes();
        List<Integer> starts = starts(whole);
        for (int record = StreamFormat.FIRST_SEALED_BLOCK; record < starts.size() - 4; record++) {
            byte[] flipped = whole.clone();
            flipped[starts.get(record) + 100] ^= 1;
            Written.Found found = written.scan(flipped);
            assertTrue(written, found);
            assertThat(found.whole().size() + found.scan().damaged().size())
                    .describedAs("all objects are accounted for when block " + record + " is damaged")
                    .isEqualTo(written.objects.size());
            assertThat(found.scan().damaged()).hasSizeBetween(1, 4);
        }
    }

    @Test
    void aCartridgeCutAnywhereGivesWhatWasWholeAndSaysThatItWasCut() throws IOException {
        Written written = Written.make(folder, "a.tape", Written.objects(3), (byte) 7);
        byte[] whole = written.bytes();
        int headerEnd = starts(whole).get(StreamFormat.FIRST_SEALED_BLOCK);
        for (int length = headerEnd; length < whole.length; length += 7) {
            Written.Found found = written.scan(Arrays.copyOf(whole, length));
            assertThat(found.scan().damages()).describedAs("cut at " + length).isNotEmpty();
            assertTrue(written, found);
        }
    }

    @Test
    void blocksMovedRepeatedOrLeftOutAreNoticed() throws IOException {
        Written written = Written.make(folder, "a.tape", Written.objects(4), (byte) 7);
        List<byte[]> records = records(written.bytes());
        int last = records.size() - 3;
        for (int i = StreamFormat.FIRST_SEALED_BLOCK; i < last; i++) {
            List<byte[]> swapped = new ArrayList<>(records);
            Collections.swap(swapped, i, i + 1);
            assertNoticed(written, swapped, "swapped at " + i);
            List<byte[]> repeated = new ArrayList<>(records);
            repeated.add(i, records.get(i));
            assertNoticed(written, repeated, "repeated at " + i);
            List<byte[]> without = new ArrayList<>(records);
            without.remove(i);
            assertNoticed(written, without, "left out at " + i);
        }
    }

    @Test
    void blocksOfAnotherWritingUnderTheSameKeyAreNoticed() throws IOException {
        Map<String, byte[]> objects = Written.objects(5);
        Written written = Written.make(folder, "a.tape", objects, (byte) 7);
        List<byte[]> records = records(written.bytes());
        List<byte[]> others =
                records(Written.make(folder, "b.tape", objects, (byte) 7).bytes());
        for (int i = StreamFormat.FIRST_SEALED_BLOCK; i < records.size() - 2; i++) {
            List<byte[]> spliced = new ArrayList<>(records);
            spliced.set(i, others.get(i));
            assertNoticed(written, spliced, "spliced at " + i);
        }
    }

    @Test
    void whatIsAppendedBehindTheEndIsNoticed() throws IOException {
        Written written = Written.make(folder, "a.tape", Written.objects(4), (byte) 7);
        List<byte[]> records = records(written.bytes());
        List<byte[]> longer = new ArrayList<>(records);
        longer.add(records.get(StreamFormat.FIRST_SEALED_BLOCK));
        assertNoticed(written, longer, "appended");
    }

    @Test
    void aLabelMadeOutToBeAnotherCartridgesIsNoticed() throws IOException {
        Written written = Written.make(folder, "a.tape", Written.objects(4), (byte) 7);
        byte[] whole = written.bytes();
        String text = Written.latin(whole).replace("HF0001L9", "HF0002L9");
        byte[] relabelled = text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(written.scan(relabelled).scan().damages())
                .singleElement()
                .satisfies(damage -> assertThat(damage.block()).isZero());
    }

    @Test
    void randomMutationsNeverGiveOutJunk() throws IOException {
        long seed = Long.getLong("holdfast.seed", 20241223L);
        Random random = new Random(seed);
        Written written = Written.make(folder, "a.tape", Written.objects(6), (byte) 7);
        byte[] whole = written.bytes();
        for (int round = 0; round < 1500; round++) {
            byte[] mutant = mutate(whole, random);
            String about = "seed " + seed + ", round " + round;
            try {
                Written.Found found = written.scan(mutant);
                assertTrue(written, found);
                if (!Arrays.equals(mutant, whole)) {
                    assertThat(found.scan().damages()).describedAs(about).isNotEmpty();
                }
            } catch (CartridgeException e) {
                assertThat(e.getMessage()).describedAs(about).isNotBlank();
            }
        }
    }

    private static byte[] mutate(byte[] whole, Random random) {
        byte[] mutant = whole.clone();
        int at = random.nextInt(whole.length);
        int length = 1 + random.nextInt(Math.min(3000, whole.length - at));
        switch (random.nextInt(5)) {
            case 0 -> mutant[at] = (byte) random.nextInt();
            case 1 -> Arrays.fill(mutant, at, at + length, (byte) 0);
            case 2 -> System.arraycopy(whole, random.nextInt(whole.length - length + 1), mutant, at, length);
            case 3 -> {
                byte[] shorter = new byte[whole.length - length];
                System.arraycopy(whole, 0, shorter, 0, at);
                System.arraycopy(whole, at + length, shorter, at, whole.length - at - length);
                return shorter;
            }
            default -> {
                byte[] noise = new byte[length];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, mutant, at, length);
            }
        }
        return mutant;
    }

    /** Whatever was given out as whole is as it was written. */
    private static void assertTrue(Written written, Written.Found found) {
        found.whole().forEach((name, content) -> assertThat(content).isEqualTo(written.objects.get(name)));
    }

    private static List<Damage> damagesOrOpening(Written written, byte[] bytes) throws IOException {
        try {
            Written.Found found = written.scan(bytes);
            assertTrue(written, found);
            return found.scan().damages();
        } catch (CartridgeException e) {
            assertThat(e.getMessage()).containsPattern("block [0-2]");
            return List.of(new Damage(0, java.util.OptionalLong.empty(), String.valueOf(e.getMessage())));
        }
    }

    private void assertNoticed(Written written, List<byte[]> records, String what) throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] record : records) {
            joined.writeBytes(record);
        }
        Written.Found found = written.scan(joined.toByteArray());
        assertThat(found.scan().damages()).describedAs(what).isNotEmpty();
        assertTrue(written, found);
    }

    /** Where each record of an image begins; the last entry is its end. */
    private static List<Integer> starts(byte[] image) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        ByteBuffer in = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (at < image.length) {
            int length = in.getInt(at);
            at += length == 0 ? 4 : 8 + length + (length & 1);
            starts.add(at);
        }
        return starts;
    }

    private static List<byte[]> records(byte[] image) {
        List<Integer> starts = starts(image);
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i + 1 < starts.size(); i++) {
            records.add(Arrays.copyOfRange(image, starts.get(i), starts.get(i + 1)));
        }
        return records;
    }

    private static int recordOf(List<Integer> starts, int at) {
        int record = 0;
        while (starts.get(record + 1) <= at) {
            record++;
        }
        return record;
    }

    @Test
    void aDamagedObjectReadByTheCatalogueSaysWhichBlock() throws IOException {
        Written written = Written.make(folder, "a.tape", Written.objects(2), (byte) 7);
        byte[] flipped = written.bytes();
        flipped[starts(flipped).get(5) + 30] ^= 1;
        java.nio.file.Files.write(written.image, flipped);
        try (VirtualDrive drive = VirtualDrive.reading(written.image)) {
            CartridgeReader reader = CartridgeReader.open(drive, written.key);
            List<CatalogueEntry> catalogue = reader.catalogue();
            assertThatThrownBy(() -> {
                        for (CatalogueEntry entry : catalogue) {
                            reader.read(entry, java.io.OutputStream.nullOutputStream());
                        }
                    })
                    .isInstanceOf(CartridgeException.class)
                    .hasMessageContaining("block 5");
        }
    }
}
