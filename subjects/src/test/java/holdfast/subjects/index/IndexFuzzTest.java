package holdfast.subjects.index;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/** Any bytes at all: an index, or a clear refusal. With {@code JAZZER_FUZZ=1} for the time that is given. */
@Tag("slow")
class IndexFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void anyBytesAreAPersonIndexOrRefused(FuzzedDataProvider data) {
        byte[] bytes = begun("HFPERSON", data);
        try {
            PersonIndex index = PersonIndex.decode(bytes);
            index.exposure(index.chunks());
            PersonIndex.decode(index.encode());
        } catch (IndexFormatException refused) {
            return;
        }
    }

    @FuzzTest(maxDuration = "60s")
    void anyBytesAreRecordPlacesOrRefused(FuzzedDataProvider data) {
        byte[] bytes = begun("HFPLACES", data);
        try {
            RecordPlaces.decode(RecordPlaces.decode(bytes).encode());
        } catch (IndexFormatException refused) {
            return;
        }
    }

    /** Mostly with the right beginning, or nothing behind it would ever be reached. */
    private static byte[] begun(String magic, FuzzedDataProvider data) {
        byte[] beginning = (magic + "\u0001").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        boolean right = data.consumeInt(0, 20) != 0;
        byte[] rest = data.consumeRemainingAsBytes();
        if (!right) {
            return rest;
        }
        byte[] bytes = java.util.Arrays.copyOf(beginning, beginning.length + rest.length);
        System.arraycopy(rest, 0, bytes, beginning.length, rest.length);
        return bytes;
    }
}
