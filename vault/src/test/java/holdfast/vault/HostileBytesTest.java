package holdfast.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.vault.codec.Decoder;
import holdfast.vault.codec.Encoder;
import holdfast.vault.model.ChunkId;
import holdfast.vault.model.FileKind;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.GroupId;
import holdfast.vault.model.Piece;
import holdfast.vault.pack.PackDirectory;
import holdfast.vault.pack.SessionWrap;
import holdfast.vault.tree.SnapshotBody;
import holdfast.vault.tree.TreeNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Decoders get bytes that nobody wrote: they must say so with an IOException, and nothing else may happen. */
class HostileBytesTest {
    private static final int ROUNDS = 20_000;
    private final long seed = System.nanoTime();

    private interface Decode {
        void run(byte[] bytes) throws IOException;
    }

    @Test
    void damagedTreesAreRefused() {
        Piece piece = new Piece(new ChunkId(1, 2, 3, 4), 100);
        TreeNode file = node("a", FileKind.FILE, 100, List.of(piece));
        TreeNode link = node("b", FileKind.SYMBOLIC_LINK, 0, List.of());
        fuzz(TreeNode.encode(List.of(file, link)), TreeNode::decodeAll);
    }

    @Test
    void damagedSnapshotsAreRefused() {
        SnapshotBody body = new SnapshotBody(
                TestVaults.NOW,
                "host",
                List.of(FilePath.of("/a")),
                List.of("t"),
                3,
                4,
                List.of(new Piece(new ChunkId(1, 2, 3, 4), 7)),
                List.of(new SnapshotBody.Attached("x", List.of())));
        fuzz(body.encode(), SnapshotBody::decode);
    }

    @Test
    void damagedDirectoriesAreRefused() {
        SessionWrap session = new SessionWrap(5, 6, new byte[1200]);
        PackDirectory.Group group =
                new PackDirectory.Group(new GroupId(5, 6, 0), 25, 30, 10, new byte[64], new int[] {4, 6});
        Encoder out = new Encoder();
        new PackDirectory(List.of(session), List.of(group, group)).encode(out);
        fuzz(out.toByteArray(), bytes -> PackDirectory.decode(new Decoder(bytes)));
    }

    @Test
    void namesThatLeadOutOfTheirFolderAreRefused() {
        for (String name : List.of("", ".", "..", "a/b", "/etc", "a\0b")) {
            byte[] tree = TreeNode.encode(List.of(node(name, FileKind.FILE, 0, List.of())));
            assertThat(refuses(TreeNode::decodeAll, tree)).as(name).isTrue();
        }
    }

    @Test
    void twoEntriesOfOneNameAreRefused() {
        TreeNode link = node("a", FileKind.SYMBOLIC_LINK, 0, List.of());
        TreeNode folder = node("a", FileKind.FOLDER, 0, List.of());
        assertThat(refuses(TreeNode::decodeAll, TreeNode.encode(List.of(link, folder))))
                .isTrue();
    }

    @Test
    void everyPathSurvivesItsText() {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = new byte[random.nextInt(20)];
            random.nextBytes(bytes);
            assertThat(FilePath.parse(FilePath.of(bytes).toString()).bytes())
                    .as("seed " + seed)
                    .isEqualTo(bytes);
        }
    }

    private void fuzz(byte[] good, Decode decode) {
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = mutate(good, random);
            try {
                refused += refuses(decode, bytes) ? 1 : 0;
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed + ", round " + i, e);
            }
        }
        assertThat(refused).isGreaterThan(ROUNDS / 100);
    }

    private static boolean refuses(Decode decode, byte[] bytes) {
        try {
            decode.run(bytes);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static byte[] mutate(byte[] good, Random random) {
        byte[] bytes = Arrays.copyOf(good, random.nextInt(8) == 0 ? random.nextInt(good.length + 10) : good.length);
        for (int flips = random.nextInt(4); flips >= 0 && bytes.length > 0; flips--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static TreeNode node(String name, FileKind kind, long size, List<Piece> pieces) {
        return new TreeNode(name.getBytes(UTF_8), kind, 0644, 0, 0, 1, 2, size, 0, 0, new byte[0], List.of(), pieces);
    }
}
