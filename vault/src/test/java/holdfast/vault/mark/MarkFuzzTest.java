package holdfast.vault.mark;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import holdfast.storage.MemoryStore;
import holdfast.vault.Fuzzed;
import holdfast.vault.codec.Encoder;
import holdfast.vault.key.ObjectKind;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Marks of anybody: read, or passed over with a reason. */
@Tag("slow")
class MarkFuzzTest {
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "60s")
    void anyMarkIsReadOrPassedOverWithAReason(byte[] input) throws IOException {
        byte[] bytes = Fuzzed.rest(input);
        switch (Fuzzed.choice(input, 4)) {
            case 0 -> forget(Fuzzed.signed(ObjectKind.FORGOTTEN, bytes));
            case 1 -> doom(Fuzzed.signed(ObjectKind.DOOMED, bytes));
            case 2 -> forget(bytes);
            default -> doom(bytes);
        }
    }

    private static void forget(byte[] mark) throws IOException {
        MemoryStore store = new MemoryStore();
        store.put(ForgetMarks.name(mark), mark);
        ForgetMarks.load(
                store,
                Fuzzed.VAULT.config(),
                (name, why) -> assertThat(why.getMessage()).isNotBlank());
    }

    private static void doom(byte[] mark) throws IOException {
        MemoryStore store = new MemoryStore();
        store.put(DeletionMarks.name(mark), mark);
        DeletionMarks.load(
                store,
                Fuzzed.VAULT.config(),
                (name, why) -> assertThat(why.getMessage()).isNotBlank());
    }

    static Stream<Arguments> seeds() {
        byte[] forgotten = new Encoder().u64(7).varint(1).raw(new byte[32]).toByteArray();
        byte[] doomed =
                new Encoder().raw(new byte[16]).varint(1).raw(new byte[32]).toByteArray();
        return Stream.of(
                        Fuzzed.seed(0, forgotten),
                        Fuzzed.seed(1, doomed),
                        Fuzzed.seed(2, Fuzzed.signed(ObjectKind.FORGOTTEN, forgotten)),
                        Fuzzed.seed(3, Fuzzed.signed(ObjectKind.DOOMED, doomed)))
                .map(Arguments::of);
    }
}
