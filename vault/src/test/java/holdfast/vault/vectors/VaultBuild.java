package holdfast.vault.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.crypto.SigningKey;
import holdfast.vault.codec.Encoder;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Objects by their names, and how to add to them. */
final class VaultBuild {
    final VectorKeys keys;
    final SeededRandom random;
    final Map<String, byte[]> objects;

    VaultBuild(VectorKeys keys, SeededRandom random, Map<String, byte[]> objects) {
        this.keys = keys;
        this.random = random;
        this.objects = new TreeMap<>(objects);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(SeededRandom.sha256(bytes));
    }

    /** Hashes in hex of the objects whose names are so. */
    List<String> hashes(Predicate<String> named) {
        return objects.keySet().stream()
                .filter(named)
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .sorted()
                .toList();
    }

    /** Puts an object under the hash of its bytes. */
    String put(String folder, byte[] bytes) {
        String name = folder + "/" + hex(bytes);
        objects.put(name, bytes);
        return name;
    }

    String putPack(byte[] pack) {
        String hex = hex(pack);
        objects.put("packs/" + hex.substring(0, 2) + "/" + hex, pack);
        return hex;
    }

    void putIndexPart(PackBuild pack, String id, byte[] directory, SigningKey author, SigningKey signer) {
        byte[] bytes = objects.get("packs/" + id.substring(0, 2) + "/" + id);
        Encoder inside = new Encoder(1024)
                .raw(author.verifyingKey().bytes())
                .varint(1)
                .raw(HexFormat.of().parseHex(id))
                .varint(bytes == null ? 0 : bytes.length)
                .u8(pack.kind)
                .raw(directory);
        put("index", Format.indexPart(keys.vaultId, random.bytes(32), keys.index, inside.toByteArray(), signer));
    }

    /** Adds a folder's tree to a pack of trees, cut at the longest chunk. */
    static List<Format.Chunk> folder(PackBuild trees, List<Node> nodes) {
        return folder(trees, Node.tree(nodes));
    }

    static List<Format.Chunk> folder(PackBuild trees, byte[] tree) {
        int longest = 4 << 10;
        List<byte[]> chunks = new ArrayList<>();
        for (int at = 0; at < tree.length; at += longest) {
            chunks.add(java.util.Arrays.copyOfRange(tree, at, Math.min(tree.length, at + longest)));
        }
        return trees.group(trees.groups.size(), chunks.toArray(byte[][]::new));
    }

    /** The inside of a snapshot. */
    static Encoder body(Instant time, int nanos, String host, List<String> paths, List<Format.Chunk> root) {
        Encoder out =
                new Encoder(512).signed(time.getEpochSecond()).varint(nanos).text(host);
        out.varint(paths.size());
        paths.forEach(path -> out.blob(path.getBytes(UTF_8)));
        out.varint(1).text("golden").varint(3).varint(12_345);
        Node.pieces(out, root);
        return out.varint(0);
    }

    /** Puts a snapshot of this tree; returns its name. */
    String snapshot(Instant time, String host, List<String> paths, List<Format.Chunk> root, SigningKey signer) {
        byte[] body = body(time, time.get(ChronoField.NANO_OF_SECOND), host, paths, root)
                .toByteArray();
        Encoder object = Format.snapshot(
                Format.header("HFSNAP", keys.vaultId), keys.forCataloguer, "holdfast snapshot", random, body);
        return put("snapshots", Format.signed(object, signer));
    }

    /** Puts trees and snapshot of a root folder. */
    String backup(Instant time, String host, PackBuild trees, List<Node> root, SigningKey signer) {
        List<Format.Chunk> pieces = folder(trees, root);
        trees.finish(this, signer, signer);
        return snapshot(time, host, List.of("/data"), pieces, signer);
    }
}
