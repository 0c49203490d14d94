package holdfast.vault.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import holdfast.crypto.NotAuthenticException;
import holdfast.crypto.Secret;
import holdfast.crypto.SigningKey;
import holdfast.storage.ObjectName;
import holdfast.vault.Fuzzed;
import holdfast.vault.codec.Decoder;
import holdfast.vault.codec.Encoder;
import holdfast.vault.codec.MalformedException;
import holdfast.vault.key.ObjectKind;
import holdfast.vault.key.Signed;
import holdfast.vault.model.GroupId;
import holdfast.vault.model.Hashes;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Directories, packs, index parts and groups of anybody: read, or refused in words. */
@Tag("slow")
class PackFuzzTest {
    private static final OpenState VAULT = Fuzzed.VAULT;
    private static final byte[] ID = VAULT.config().vaultId();
    private static final SigningKey KEY = VAULT.keys().signing();
    private static final ObjectName NAME = new ObjectName("packs/x");
    private static final byte[] SALT = new byte[IndexSeal.SALT_BYTES];
    private static final GroupId GROUP = new GroupId(5, 6, 7);

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "60s")
    void anyPackIndexPartOrGroupIsReadOrRefusedInWords(byte[] input) {
        byte[] bytes = Fuzzed.rest(input);
        switch (Fuzzed.choice(input, 5)) {
            case 0 -> Fuzzed.refusedInWordsOrRead(plain -> PackDirectory.decode(new Decoder(plain)), bytes);
            case 1 ->
                Fuzzed.refusedInWordsOrRead(part -> IndexPart.decode(NAME, part, ID, VAULT.indexSeal()), part(bytes));
            case 2 ->
                Fuzzed.refusedInWordsOrRead(pack -> PackFile.read(NAME, pack, ID, VAULT.indexSeal()), pack(bytes));
            case 3 ->
                Fuzzed.refusedInWordsOrRead(
                        pack -> PackFile.read(NAME, pack, ID, VAULT.indexSeal()),
                        ObjectKind.PACK.start(ID).raw(bytes).toByteArray());
            default -> group(bytes);
        }
    }

    /** The first two bytes are the length that a directory would tell. */
    private static void group(byte[] bytes) {
        if (bytes.length < 2) {
            return;
        }
        int length = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        byte[] text = Arrays.copyOfRange(bytes, 2, bytes.length);
        try (Secret session = Fuzzed.secret()) {
            byte[] sealed = VAULT.groups().sealText(PackKind.CONTENT, GROUP, session, text, text.length);
            byte[] plain = VAULT.groups().open(PackKind.CONTENT, GROUP, session, sealed, 0, sealed.length, length);
            assertThat(plain).hasSize(length);
        } catch (MalformedException | NotAuthenticException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static byte[] part(byte[] plain) {
        Encoder out = ObjectKind.INDEX.start(ID);
        byte[] header = out.toByteArray();
        out.raw(SALT).blob(VAULT.indexSeal().seal(SALT, header, plain));
        return Signed.seal(out, KEY);
    }

    private static byte[] pack(byte[] plain) {
        byte[] header = ObjectKind.PACK.start(ID).u8(PackKind.TREE.code()).toByteArray();
        byte[] sealed = VAULT.indexSeal().seal(SALT, header, plain);
        MessageDigest signed = Hashes.sha256();
        signed.update(header);
        signed.update(SALT);
        signed.update(sealed);
        return new Encoder()
                .raw(header)
                .raw(SALT)
                .raw(sealed)
                .raw(Signed.end(signed, KEY))
                .u32(SALT.length + sealed.length)
                .toByteArray();
    }

    static Stream<Arguments> seeds() {
        SessionWrap session = new SessionWrap(5, 6, new byte[1200]);
        PackDirectory.Group group = new PackDirectory.Group(GROUP, 25, 30, 10, new byte[64], new int[] {4, 6});
        Encoder directory = new Encoder();
        new PackDirectory(List.of(session), List.of(group, group)).encode(directory);
        byte[] author = KEY.verifyingKey().bytes();
        byte[] part = new Encoder()
                .raw(author)
                .varint(1)
                .raw(new byte[32])
                .varint(85)
                .u8(1)
                .raw(directory.toByteArray())
                .toByteArray();
        byte[] empty = new Encoder().raw(author).varint(0).varint(0).toByteArray();
        return Stream.of(
                        Fuzzed.seed(0, directory.toByteArray()),
                        Fuzzed.seed(1, part),
                        Fuzzed.seed(2, empty),
                        Fuzzed.seed(3, new byte[200]),
                        Fuzzed.seed(4, new byte[] {0, 3, 0, 1, 2, 3}))
                .map(Arguments::of);
    }
}
