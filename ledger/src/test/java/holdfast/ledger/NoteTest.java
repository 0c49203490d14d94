package holdfast.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.crypto.Secret;
import holdfast.crypto.SigningKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The examples of the signed-note format as its authors publish them, and the rules around them. */
class NoteTest {
    private static final String VKEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String SECRET = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String NOTE = TEXT
            + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String COSIGNED = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            \u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
            """;

    @Test
    void thePublishedNoteVerifiesWithThePublishedKey() throws Exception {
        NoteKey key = NoteKey.parse(VKEY);
        SignedNote note = SignedNote.parse(NOTE.getBytes(UTF_8));
        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.isSignedBy(key)).isTrue();
        assertThat(note.encode()).isEqualTo(NOTE.getBytes(UTF_8));
    }

    @Test
    void weSignThePublishedNoteToTheByte() {
        byte[] secret = Base64.getDecoder().decode(SECRET);
        SigningKey key = SigningKey.of(Secret.owning(Arrays.copyOfRange(secret, 1, 33)));
        assertThat(new NoteKey("PeterNeumann", NoteKey.Type.ED25519, key.verifyingKey()).vkey())
                .isEqualTo(VKEY);
        assertThat(SignedNote.sign(TEXT, "PeterNeumann", key).encode()).isEqualTo(NOTE.getBytes(UTF_8));
    }

    @Test
    void thePublishedCosignedCheckpointIsRead() throws Exception {
        SignedNote note = SignedNote.parse(COSIGNED.getBytes(UTF_8));
        assertThat(Checkpoint.parse(note.text()).size()).isEqualTo(20852163);
        assertThat(Checkpoint.parse(note.text()).text()).isEqualTo(note.text());
        assertThat(Cosignature.time(note.signatures().get(1))).isEqualTo(Instant.ofEpochSecond(1679315147));
    }

    @Test
    void aCosignatureIsOfItsTimeItsTextAndItsKey() throws Exception {
        SigningKey key = SigningKey.of(Secret.owning(new byte[32]));
        NoteKey witness = new NoteKey("witness.example/w", NoteKey.Type.COSIGNATURE_V1, key.verifyingKey());
        SignedNote note = SignedNote.parse(COSIGNED.getBytes(UTF_8));
        SignedNote.Line line =
                Cosignature.sign(note.text(), "witness.example/w", key, Instant.parse("2024-12-23T09:00:00Z"));
        assertThat(note.with(line).isSignedBy(witness)).isTrue();
        assertThat(new SignedNote(note.text() + "x\n", note.signatures())
                        .with(line)
                        .isSignedBy(witness))
                .isFalse();
        byte[] later = line.signature();
        later[7]++;
        assertThat(note.with(SignedNote.Line.of(line.name(), line.keyId(), later))
                        .isSignedBy(witness))
                .isFalse();
        assertThat(note.with(line).isSignedBy(new NoteKey("witness.example/w", NoteKey.Type.ED25519, witness.key())))
                .isFalse();
    }

    @Test
    void noByteOfANoteOrAKeyCanBeChangedUnnoticed() throws Exception {
        NoteKey key = NoteKey.parse(VKEY);
        byte[] bytes = NOTE.getBytes(UTF_8);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            assertThat(verifies(flip(bytes, bit), key)).as("bit %d", bit).isFalse();
        }
        byte[] vkey = VKEY.getBytes(UTF_8);
        for (int bit = 0; bit < vkey.length * 8; bit++) {
            byte[] flipped = flip(vkey, bit);
            assertThatThrownBy(() -> NoteKey.parse(new String(flipped, UTF_8))).isInstanceOf(FormatException.class);
        }
    }

    private static boolean verifies(byte[] note, NoteKey key) {
        try {
            return SignedNote.parse(note).isSignedBy(key);
        } catch (FormatException e) {
            return false;
        }
    }

    private static byte[] flip(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << (bit % 8));
        return flipped;
    }
}
