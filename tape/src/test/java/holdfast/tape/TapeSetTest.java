package holdfast.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.crypto.KeyUse;
import holdfast.crypto.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TapeSetTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-12-23T01:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void everyCartridgeGetsItsShareByBytesAndNothingIsLeftOut() {
        long seed = Long.getLong("holdfast.seed", 20241223L);
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            List<TapeObject> objects = objects(random, 20 + random.nextInt(200));
            List<Barcode> cartridges = cartridges(1 + random.nextInt(7));
            TapeSetPlan plan = TapeSetPlan.spread("S", objects, cartridges);
            Set<TapeObject> all = new HashSet<>();
            long most = 0;
            long least = Long.MAX_VALUE;
            for (List<TapeObject> share : plan.contents().values()) {
                assertThat(share)
                        .containsAll(
                                objects.stream().filter(TapeObject::everywhere).toList());
                long bytes = share.stream()
                        .filter(object -> !object.everywhere())
                        .mapToLong(TapeObject::size)
                        .sum();
                most = Math.max(most, bytes);
                least = Math.min(least, bytes);
                all.addAll(share);
            }
            assertThat(all)
                    .describedAs("seed " + seed + ", round " + round)
                    .containsExactlyInAnyOrderElementsOf(objects);
            assertThat(most - least).isLessThanOrEqualTo(10_000);
        }
    }

    @Test
    void theSameObjectsGoTheSameWayEachTime() {
        List<TapeObject> objects = objects(new Random(1), 100);
        assertThat(TapeSetPlan.spread("S", objects, cartridges(7)))
                .isEqualTo(TapeSetPlan.spread("S", objects, cartridges(7)));
    }

    @Test
    void aCartridgeIsInASetOnce() {
        Barcode one = new Barcode("HF0001L9");
        assertThatThrownBy(() -> TapeSetPlan.spread("S", List.of(), List.of(one, one)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** What every write call left on the disk when the power went, one after the other. */
    @Test
    void afterLossOfPowerAtAnyWriteEverythingDurableBeforeIsReadAndTheRestIsSaidToBeMissing() throws IOException {
        List<Long> lengths = new ArrayList<>();
        Written written = Written.make(folder, "a.tape", Written.objects(9), (byte) 7);
        byte[] whole = written.bytes();
        try (VirtualDrive drive = VirtualDrive.reading(written.image)) {
            drive.spaceToEndOfData();
            for (long block = drive.position().block(); block > StreamFormat.HEADER_BLOCK; block--) {
                drive.locate(block);
                lengths.add(drive.position().byteOffset().orElseThrow());
            }
        }
        Random random = new Random(9);
        for (long length : lengths) {
            byte[] cut = Arrays.copyOf(whole, (int) length);
            int torn = (int) Math.min(whole.length - length, 700);
            // Behind the last whole write: nothing, zeros, or noise, as disks leave it.
            byte[] noise = new byte[torn];
            random.nextBytes(noise);
            for (byte[] tail : new byte[][] {new byte[0], new byte[torn], noise}) {
                byte[] image = Arrays.copyOf(cut, cut.length + tail.length);
                System.arraycopy(tail, 0, image, cut.length, tail.length);
                Written.Found found = written.scan(image);
                found.whole().forEach((name, content) -> assertThat(content).isEqualTo(written.objects.get(name)));
                if (!Arrays.equals(image, whole)) {
                    assertThat(found.scan().damages()).isNotEmpty();
                }
            }
        }
    }

    @Test
    void aSetIsWrittenUnderAKeyForEachAndOneKeyOpensNoOther() throws IOException {
        List<Barcode> cartridges = cartridges(3);
        List<TapeObject> objects = objects(new Random(3), 30);
        try (VirtualLibrary library = VirtualLibrary.open(folder.resolve("lib"), 8, 1, 1 << 30)) {
            for (Barcode barcode : cartridges) {
                library.insert(barcode);
            }
            Mounts mounts = new Mounts(library);
            TapeSetPlan plan = TapeSetPlan.spread("SET-1", objects, cartridges);
            List<TapeSetWriter.Written> written = new TapeSetWriter(mounts, CLOCK, new SecureRandom())
                    .write(
                            plan,
                            "owner",
                            "call",
                            o -> new ByteArrayInputStream(new byte[(int) o.size()]),
                            KEYS,
                            (_, _) -> {});
            assertThat(written).extracting(TapeSetWriter.Written::cartridge).isEqualTo(cartridges);
            for (Barcode barcode : cartridges) {
                assertThat(names(mounts, barcode, barcode))
                        .isEqualTo(plan.contents().getOrDefault(barcode, List.of()).stream()
                                .map(TapeObject::name)
                                .toList());
            }
            assertThatThrownBy(() -> names(mounts, cartridges.get(0), cartridges.get(1)))
                    .isInstanceOf(CartridgeException.class);
        }
        assertThat(Files.exists(folder.resolve("lib/HF0001L9.tape"))).isTrue();
    }

    private static List<String> names(Mounts mounts, Barcode barcode, Barcode keyOf) throws IOException {
        return mounts
                .with(barcode, drive -> CartridgeReader.open(drive, key(keyOf)).scan(ObjectSink.NOTHING))
                .whole()
                .stream()
                .map(CatalogueEntry::name)
                .toList();
    }

    private static final TapeSetWriter.Keys KEYS = new TapeSetWriter.Keys() {
        @Override
        public <R> R use(Barcode cartridge, KeyUse<R, IOException> use) throws IOException {
            return use.with(key(cartridge));
        }
    };

    private static Secret key(Barcode barcode) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) barcode.hashCode());
        return Secret.owning(key);
    }

    private static List<Barcode> cartridges(int count) {
        List<Barcode> all = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            all.add(new Barcode("HF000" + i + "L9"));
        }
        return all;
    }

    private static List<TapeObject> objects(Random random, int count) {
        List<TapeObject> objects = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            objects.add(new TapeObject("object-" + i, random.nextInt(10_000), i % 10 == 0));
        }
        return objects;
    }
}
