package holdfast.subjects;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/** Any bytes at all: a register, or a clear refusal. With {@code JAZZER_FUZZ=1} for the time that is given. */
@Tag("slow")
class CsvFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void anyBytesAreARegisterOrRefused(FuzzedDataProvider data) {
        int piece = data.consumeInt(1, 64);
        boolean withHeader = data.consumeBoolean();
        byte[] rest = data.consumeRemainingAsBytes();
        byte[] header = withHeader ? "id,name,email\n".getBytes(java.nio.charset.StandardCharsets.UTF_8) : new byte[0];
        byte[] bytes = java.util.Arrays.copyOf(header, header.length + rest.length);
        System.arraycopy(rest, 0, bytes, header.length, rest.length);
        RegisterSpec spec = RegisterSpec.of("r.csv", "x");
        Registers whole;
        try {
            whole = Registers.read(bytes, Math.max(1, bytes.length), spec);
        } catch (RegisterException refused) {
            return;
        }
        CsvInPiecesTest.everyByteWithTextIsInARowThatIsListed(bytes, whole);
        samePieces(bytes, piece, spec, whole);
    }

    private static void samePieces(byte[] bytes, int piece, RegisterSpec spec, Registers whole) {
        try {
            Registers pieces = Registers.read(bytes, piece, spec);
            if (!pieces.records.equals(whole.records) || !pieces.broken.equals(whole.broken)) {
                throw new AssertionError("in pieces of " + piece + " it reads differently");
            }
        } catch (RegisterException e) {
            throw new AssertionError("in pieces of " + piece + " it is refused", e);
        }
    }
}
