package holdfast.subjects.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.subjects.Kinds;
import holdfast.subjects.RegisterSpec;
import holdfast.vault.model.ChunkId;
import holdfast.vault.model.ChunkRef;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class PersonIndexTest {
    private static final List<RegisterSpec> SPECS =
            List.of(RegisterSpec.of("/r/staff*.csv", "staff"), RegisterSpec.of("/r/*.csv", "creditor"));

    @Test
    void exposureIsWhatANaiveCountFinds() throws IndexFormatException {
        long seed = Long.getLong("holdfast.seed", 76000);
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            Map<String, RandomRegister> registers = new LinkedHashMap<>();
            for (String name : List.of("/r/staff.csv", "/r/a.csv", "/r/b.csv")) {
                registers.put(name, new RandomRegister(random, 1 + random.nextInt(60), random.nextInt(80)));
            }
            Map<String, byte[]> files = new LinkedHashMap<>();
            registers.forEach((name, register) -> files.put(name, register.bytes));
            files.put("/r/other.txt", new byte[100]);
            Indexed indexed = new Indexed(files, SPECS, Optional.empty(), random, 1 + random.nextInt(300));

            Set<ChunkId> lost = indexed.chunks.values().stream()
                    .flatMap(List::stream)
                    .map(ChunkRef::id)
                    .filter(id -> random.nextInt(3) == 0)
                    .collect(Collectors.toSet());
            compare("seed " + seed + ", round " + round, registers, indexed, lost);
        }
    }

    private static void compare(
            String round, Map<String, RandomRegister> registers, Indexed indexed, Set<ChunkId> lost) {
        Set<String> staff = new HashSet<>();
        Set<String> creditors = new HashSet<>();
        Set<String> withEmail = new HashSet<>();
        int broken = 0;
        for (Map.Entry<String, RandomRegister> register : registers.entrySet()) {
            boolean isStaff = register.getKey().contains("staff");
            for (RandomRegister.Row row : register.getValue().rows) {
                if (!touched(indexed.chunks.getOrDefault(register.getKey(), List.of()), row, lost)) {
                    continue;
                }
                broken += row.who().isEmpty() ? 1 : 0;
                if (!row.who().isEmpty()) {
                    (isStaff ? staff : creditors).add(row.who());
                    if (row.email()) {
                        withEmail.add((isStaff ? "s" : "c") + row.who());
                    }
                }
            }
        }
        Exposed exposed = indexed.index.exposure(lost);
        assertThat(exposed.persons().getCardinality()).as(round).isEqualTo(staff.size() + creditors.size());
        assertThat(size(exposed.byCategory(), "staff")).as(round).isEqualTo(staff.size());
        assertThat(size(exposed.byCategory(), "creditor")).as(round).isEqualTo(creditors.size());
        assertThat(size(exposed.byKind(), Kinds.EMAIL)).as(round).isEqualTo(withEmail.size());
        assertThat(exposed.unread()).as(round).hasSize(broken);
        assertThat(exposed.byLanguage().values().stream()
                        .mapToInt(RoaringBitmap::getCardinality)
                        .sum())
                .as(round)
                .isEqualTo(exposed.persons().getCardinality());
    }

    /** Byte for byte: is any byte of the row in a lost chunk? */
    private static boolean touched(List<ChunkRef> chunks, RandomRegister.Row row, Set<ChunkId> lost) {
        return chunks.stream()
                .filter(chunk -> lost.contains(chunk.id()))
                .anyMatch(chunk -> IntStream.range(row.from(), row.to())
                        .anyMatch(i -> i >= chunk.offset() && i < chunk.offset() + chunk.length()));
    }

    private static int size(Map<String, RoaringBitmap> sets, String name) {
        return sets.getOrDefault(name, new RoaringBitmap()).getCardinality();
    }

    @Test
    void ordinalsGoOnFromSnapshotToSnapshot() throws IndexFormatException {
        Indexed first = of("staff_no,name\nA,x\nB,y\n", Optional.empty());
        Indexed second = of("staff_no,name\nC,z\nB,y\n", Optional.of(first.index));

        assertThat(second.index.dictionary().size()).isEqualTo(3);
        assertThat(first.index.dictionary().agreesWith(second.index.dictionary()))
                .isTrue();
        assertThat(second.index.exposure(second.index.chunks()).persons().toArray())
                .containsExactly(1, 2);
    }

    @Test
    void anUnreadableRegisterIsNobodyKnownAndManyPerhaps() throws IndexFormatException {
        Indexed indexed = of("no such header\nA\nB\n", Optional.empty());

        assertThat(indexed.seen.persons()).isZero();
        assertThat(indexed.seen.unknownAtMost()).isEqualTo(4);
        assertThat(indexed.index
                        .exposure(indexed.index.chunks())
                        .unread()
                        .getFirst()
                        .reason())
                .contains("is the header missing?");
    }

    @Test
    void aRegisterThatMatchesNoFileIsSaid() throws IndexFormatException {
        Indexed indexed = of("staff_no,name\nA,x\n", Optional.empty());

        assertThat(indexed.seen.missing()).containsExactly("/r/*.csv");
    }

    @Test
    void placesTellWhereARecordLies() throws IndexFormatException {
        Indexed indexed = of("staff_no,name\nA,x\nB,y\n", Optional.empty());

        RegisterPlaces places = indexed.places.registers().getFirst();
        assertThat(places.file()).isEqualTo("/r/staff.csv");
        assertThat(places.start(1)).isEqualTo(18);
        assertThat(places.length(1)).isEqualTo(3);
        assertThat(places.ordinal(1)).isEqualTo(1);
    }

    @Test
    void damagedBytesAreNoIndex() throws IndexFormatException {
        byte[] bytes = of("staff_no,name\nA,x\nB,y\n", Optional.empty()).index.encode();
        for (int length = 0; length < bytes.length; length++) {
            byte[] shorter = java.util.Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> PersonIndex.decode(shorter)).isInstanceOf(IndexFormatException.class);
        }
        byte[] later = bytes.clone();
        later[8] = 2;
        assertThatThrownBy(() -> PersonIndex.decode(later)).hasMessageContaining("version 2");
    }

    @Test
    void flippedBytesAreRefusedOrReadNeverAFailureOfAnotherKind() throws IndexFormatException {
        long seed = Long.getLong("holdfast.seed", 4711);
        Random random = new Random(seed);
        Indexed indexed = of("staff_no,name,email\nA,x,\nB,y,z\nbroken\n", Optional.empty());
        for (byte[] whole : List.of(indexed.index.encode(), indexed.places.encode())) {
            for (int round = 0; round < 4000; round++) {
                byte[] bytes = whole.clone();
                for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                    bytes[9 + random.nextInt(bytes.length - 9)] = (byte) random.nextInt(256);
                }
                readOrRefused(bytes, "seed " + seed + ", round " + round);
            }
        }
    }

    private static void readOrRefused(byte[] bytes, String round) {
        try {
            if (bytes[2] == 'P' && bytes[3] == 'E') {
                PersonIndex index = PersonIndex.decode(bytes);
                index.exposure(index.chunks());
                index.encode();
            } else {
                RecordPlaces.decode(bytes).encode();
            }
        } catch (IndexFormatException refused) {
            assertThat(refused).as(round).hasMessageContaining("damaged");
        }
    }

    private static Indexed of(String register, Optional<PersonIndex> earlier) throws IndexFormatException {
        Map<String, byte[]> files = Map.of("/r/staff.csv", register.getBytes(StandardCharsets.UTF_8));
        return new Indexed(files, SPECS, earlier, new Random(1), 10);
    }
}
