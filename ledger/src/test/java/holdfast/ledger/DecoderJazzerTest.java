package holdfast.ledger;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/** Any bytes at all, against every decoder. With {@code JAZZER_FUZZ=1} for the time that is given. */
@Tag("slow")
class DecoderJazzerTest {
    @FuzzTest(maxDuration = "30s")
    void notes(byte[] bytes) {
        DecoderFuzzTest.Decoders.note(bytes);
    }

    @FuzzTest(maxDuration = "30s")
    void proofsAndRequests(byte[] bytes) {
        DecoderFuzzTest.Decoders.proof(bytes);
        DecoderFuzzTest.Decoders.request(bytes);
    }

    @FuzzTest(maxDuration = "30s")
    void bundlesAndKeys(byte[] bytes) {
        DecoderFuzzTest.Decoders.bundle(bytes);
        DecoderFuzzTest.Decoders.vkey(bytes);
    }
}
