package holdfast.vault.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Vectors whose fault lies within what the writer signed: groups, directories, trees. Each is a snapshot of two
 * things, {@code data/good} and {@code data/bad}.
 */
final class BrokenInsides {
    private static final Instant LATER = GoldenVault.LATEST.plusSeconds(60);
    private static final byte[] TEXT =
            "some bytes that would be a file\n".repeat(20).getBytes(UTF_8);

    interface Adder {
        void add(String name, String expect, String rule, Consumer<VaultBuild> change);
    }

    private final VectorKeys keys;
    private final Adder adder;

    BrokenInsides(GoldenVault golden, Adder adder) {
        this.keys = golden.keys;
        this.adder = adder;
    }

    void add() {
        groups();
        directories();
        trees();
        files();
    }

    /** Adds to an empty pack of contents, and says what the file is then made of. */
    private interface Fill {
        List<Format.Chunk> in(PackBuild pack);
    }

    private void group(String name, String expect, String rule, Fill fill) {
        adder.add(name, expect, rule, build -> {
            PackBuild pack = PackBuild.contents(keys, build.random);
            List<Format.Chunk> pieces = fill.in(pack);
            pack.finish(build, keys.writer, keys.writer);
            snapshot(build, Node.file("bad", pieces));
        });
    }

    private static byte[] plain(byte[] bytes) {
        return PackBuild.join(new byte[1], bytes);
    }

    private static byte[] frame() {
        return PackBuild.join(new byte[] {1}, com.github.luben.zstd.Zstd.compress(TEXT, 3));
    }

    private static List<Format.Chunk> add(PackBuild pack, int sealed, int told, byte[] text, int length) {
        List<Format.Chunk> chunks = List.of(pack.chunk(TEXT));
        pack.add(sealed, told, text, length, chunks);
        return chunks;
    }

    private void groups() {
        group(
                "group-number",
                "seal",
                "a group's key and its number belong together",
                pack -> add(pack, 1, 0, plain(TEXT), TEXT.length));
        group(
                "group-method",
                "method",
                "a group begins with 0 or 1",
                pack -> add(pack, 0, 0, PackBuild.join(new byte[] {2}, TEXT), TEXT.length));
        group(
                "group-zstd",
                "zstd",
                "a compressed group is one whole zstd frame",
                pack -> add(pack, 0, 0, Arrays.copyOf(frame(), frame().length - 3), TEXT.length));
        group(
                "group-two-frames",
                "zstd",
                "a compressed group is one whole zstd frame",
                pack -> add(
                        pack,
                        0,
                        0,
                        PackBuild.join(frame(), Arrays.copyOfRange(frame(), 1, frame().length)),
                        TEXT.length));
        group(
                "group-short",
                "length",
                "a group holds as many bytes as the directory says",
                pack -> add(pack, 0, 0, plain(Arrays.copyOf(TEXT, TEXT.length - 1)), TEXT.length));
        group("chunk-id", "chunk-id", "a chunk's bytes are those that its id promises", pack -> {
            byte[] other = TEXT.clone();
            other[0] ^= 1;
            return add(pack, 0, 0, plain(other), TEXT.length);
        });
        adder.add("session-recipient", "wrap", "a session of contents is wrapped for the reader", build -> {
            PackBuild pack = PackBuild.of(
                    keys,
                    PackBuild.CONTENTS,
                    keys.forCataloguer.recipient(),
                    "holdfast session contents",
                    build.random);
            List<Format.Chunk> pieces = pack.group(0, TEXT);
            pack.finish(build, keys.writer, keys.writer);
            snapshot(build, Node.file("bad", pieces));
        });
    }

    private void directories() {
        group("directory-lengths", "directory", "the chunks of a group are together as long as the group", pack -> {
            List<Format.Chunk> chunks =
                    List.of(new Format.Chunk(pack.chunk(TEXT).id(), TEXT.length - 1));
            pack.add(0, 0, plain(TEXT), TEXT.length, chunks);
            return List.of(pack.chunk(TEXT));
        });
        adder.add("directory-session", "directory", "a group names a session of its directory", build -> {
            PackBuild pack = PackBuild.contents(keys, build.random);
            List<Format.Chunk> pieces = pack.group(0, TEXT);
            byte[] told = pack.told(keys.writer);
            told[32 + 1 + 16 + 1200 + 1] = 1;
            put(build, pack, pack.sealedGroups(), told);
            snapshot(build, Node.file("bad", pieces));
        });
    }

    /** Puts a pack, and no index part: whoever needs one makes it from the packs. */
    private void put(VaultBuild build, PackBuild pack, byte[] groups, byte[] told) {
        build.putPack(Format.pack(pack.header(), groups, build.random.bytes(32), keys.index, told, keys.writer));
    }

    private void tree(String name, String expect, String rule, UnaryOperator<Node> change) {
        trees(name, expect, rule, List.of(change.apply(Node.link("one", "two"))));
    }

    private void trees(String name, String expect, String rule, List<Node> nodes) {
        bytes(name, expect, rule, Node.tree(nodes));
    }

    private void bytes(String name, String expect, String rule, byte[] tree) {
        adder.add(name, expect, rule, build -> {
            PackBuild trees = PackBuild.trees(keys, build.random);
            List<Format.Chunk> bad = VaultBuild.folder(trees, tree);
            snapshot(build, trees, Node.folder("bad", bad));
        });
    }

    private void trees() {
        Node one = Node.link("one", "x");
        trees("tree-order", "tree-order", "names ascend", List.of(Node.link("two", "x"), one));
        trees("tree-twice", "tree-order", "no name occurs twice in a folder", List.of(one, one));
        String rule = "a name is not empty, not . or .., and holds no slash and no zero byte";
        tree("tree-dots", "tree-name", rule, node -> node.named("..".getBytes(UTF_8)));
        tree("tree-dot", "tree-name", rule, node -> node.named(".".getBytes(UTF_8)));
        tree("tree-empty-name", "tree-name", rule, node -> node.named(new byte[0]));
        tree("tree-slash", "tree-name", rule, node -> node.named("a/b".getBytes(UTF_8)));
        tree("tree-zero", "tree-name", rule, node -> node.named(new byte[] {'a', 0}));
        trees(
                "tree-root-inside",
                "tree-name",
                "only the root may have an entry called /",
                List.of(Node.folder("/", List.of())));
        tree("tree-kind", "tree-kind", "the kinds are 0 to 6", node -> node.ofKind(7));
        tree("tree-mode", "tree-mode", "permissions are twelve bits", node -> node.mode(010644));
        tree(
                "tree-nanoseconds",
                "time",
                "a second has less than 1 000 000 000 nanoseconds",
                node -> node.at(Node.TIME, 1_000_000_000));
        bytes(
                "tree-more",
                "trailing",
                "nothing follows where a tree ends",
                PackBuild.join(Node.tree(List.of(one)), new byte[1]));
        bytes("tree-short", "truncated", "a tree has as many entries as it says", new byte[] {2});
        bytes("tree-long-number", "number", "a number is written in its shortest form", new byte[] {(byte) 0x80, 0});
    }

    private void files() {
        adder.add("file-size", "size", "a file is as long as its pieces", build -> {
            PackBuild pack = PackBuild.contents(keys, build.random);
            List<Format.Chunk> pieces = pack.group(0, TEXT);
            pack.finish(build, keys.writer, keys.writer);
            snapshot(build, Node.file("bad", pieces).size(TEXT.length + 1));
        });
        adder.add("piece-length", "missing", "a piece is as long as its chunk", build -> {
            PackBuild pack = PackBuild.contents(keys, build.random);
            Format.Chunk chunk = pack.group(0, TEXT).getFirst();
            pack.finish(build, keys.writer, keys.writer);
            snapshot(build, Node.file("bad", List.of(new Format.Chunk(chunk.id(), chunk.length() - 1))));
        });
        adder.add(
                "chunk-missing",
                "missing",
                "every chunk that is referred to lies in a pack",
                build -> snapshot(build, Node.file("bad", List.of(new Format.Chunk(build.random.bytes(32), 5)))));
    }

    private void snapshot(VaultBuild build, Node bad) {
        snapshot(build, PackBuild.trees(keys, build.random), bad);
    }

    private void snapshot(VaultBuild build, PackBuild trees, Node bad) {
        PackBuild pack = PackBuild.contents(keys, build.random);
        List<Format.Chunk> good = pack.group(0, "good\n".getBytes(UTF_8));
        pack.finish(build, keys.writer, keys.writer);
        List<Node> nodes = new ArrayList<>(List.of(bad, Node.file("good", good)));
        List<Format.Chunk> data = VaultBuild.folder(trees, nodes);
        List<Format.Chunk> absolute = VaultBuild.folder(trees, List.of(Node.folder("data", data)));
        build.backup(LATER, "yellow", trees, List.of(Node.folder("/", absolute)), keys.writer);
    }
}
