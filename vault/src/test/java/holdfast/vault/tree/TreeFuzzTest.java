package holdfast.vault.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import holdfast.crypto.Aead;
import holdfast.crypto.HybridRecipient;
import holdfast.storage.ObjectName;
import holdfast.vault.Fuzzed;
import holdfast.vault.key.ObjectKind;
import holdfast.vault.model.ChunkId;
import holdfast.vault.model.FileKind;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Piece;
import holdfast.vault.model.SnapshotId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Trees and snapshots of anybody: read back to the same, or refused in words. */
@Tag("slow")
class TreeFuzzTest {
    private static final ObjectName NAME = new ObjectName("snapshots/x");

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "60s")
    void anyTreeOrSnapshotIsReadBackTheSameOrRefusedInWords(byte[] input) {
        byte[] bytes = Fuzzed.rest(input);
        switch (Fuzzed.choice(input, 3)) {
            case 0 ->
                Fuzzed.refusedInWordsOrRead(
                        tree -> assertThat(TreeNode.encode(TreeNode.decodeAll(tree)))
                                .isEqualTo(tree),
                        bytes);
            case 1 ->
                Fuzzed.refusedInWordsOrRead(
                        body -> {
                            SnapshotBody read = SnapshotBody.decode(body);
                            assertThat(SnapshotBody.decode(read.encode())).isEqualTo(read);
                        },
                        bytes);
            default ->
                Fuzzed.refusedInWordsOrRead(
                        object -> SnapshotFile.decode(
                                NAME,
                                object,
                                Fuzzed.VAULT.config().vaultId(),
                                Fuzzed.VAULT.keys().cataloguer().orElseThrow()),
                        Fuzzed.signed(ObjectKind.SNAPSHOT, bytes));
        }
    }

    static Stream<Arguments> seeds() {
        Piece piece = new Piece(new ChunkId(1, 2, 3, 4), 100);
        byte[] tree = TreeNode.encode(List.of(
                node("a", FileKind.FILE, 100, List.of(piece)),
                node("b", FileKind.FOLDER, 0, List.of(piece)),
                node("c", FileKind.SYMBOLIC_LINK, 0, List.of())));
        SnapshotBody body = new SnapshotBody(
                Instant.EPOCH,
                "host",
                List.of(FilePath.of("/a")),
                List.of("tag"),
                3,
                4,
                List.of(piece),
                List.of(new SnapshotBody.Attached("x", List.of(piece))),
                Optional.of(new SnapshotBody.Rewritten(
                        Fuzzed.VAULT.keys().signing().verifyingKey(), new SnapshotId(1, 2, 3, 4))));
        byte[] wrapped = new byte[HybridRecipient.WRAPPED_BYTES + 1 + Aead.KEY_BYTES];
        return Stream.of(Fuzzed.seed(0, tree), Fuzzed.seed(1, body.encode()), Fuzzed.seed(2, wrapped))
                .map(Arguments::of);
    }

    private static TreeNode node(String name, FileKind kind, long size, List<Piece> pieces) {
        TreeNode.Attribute attribute = new TreeNode.Attribute("user.x".getBytes(UTF_8), new byte[3]);
        return new TreeNode(
                name.getBytes(UTF_8),
                kind,
                0644,
                1000,
                -2,
                1,
                2,
                size,
                3,
                4,
                "target".getBytes(UTF_8),
                List.of(attribute),
                pieces);
    }
}
