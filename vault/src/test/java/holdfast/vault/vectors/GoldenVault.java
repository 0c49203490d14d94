package holdfast.vault.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.crypto.Hkdf;
import holdfast.crypto.Secret;
import holdfast.crypto.SigningKey;
import holdfast.vault.codec.Encoder;
import holdfast.vault.cut.Cutter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The golden vault: one of everything that the format knows. Its latest snapshot holds every kind of entry; a snapshot
 * before it is the owner's, of a relative path; one between them of a writer whose key was taken back since; another one
 * is forgotten. One pack of the writer's groups was moved by the owner.
 */
final class GoldenVault {
    static final Instant LATEST = Instant.parse("2026-03-01T10:00:00.123456789Z");
    private static final int[] SLOW = {256, 2, 2};
    static final int[] NO_PASSPHRASE = {};

    final VectorKeys keys;
    final SeededRandom random = new SeededRandom("holdfast golden vault");
    final VaultBuild build;

    /** What each file of the latest snapshot holds, by its path. */
    final Map<String, byte[]> files = new TreeMap<>();

    String latest = "";
    Format.Chunk noise = new Format.Chunk(new byte[32], 0);

    GoldenVault() {
        keys = new VectorKeys(random);
        build = new VaultBuild(keys, random, Map.of());
        byte[] config = Format.signed(Format.config(keys.vaultId, keys.forReader, keys.forCataloguer), keys.owner);
        build.objects.put("config", config);
        slots(config);
        enrolments();
        snapshots();
    }

    private void slots(byte[] config) {
        byte[] salt = random.bytes(16);
        build.put(
                "keys",
                Format.slot(
                        Format.slotHead(keys.vaultId, 0, "passphrase", keys.owner, salt, SLOW),
                        Format.stretch(VectorKeys.PASSPHRASE, salt, SLOW),
                        salt,
                        slotKeys(config, 0, keys.owner)));
        fileSlot(config, 0, "owner", keys.ownerFile, keys.owner);
        fileSlot(config, 1, "reader", keys.readerFile, keys.reader);
        fileSlot(config, 2, "cataloguer", keys.cataloguerFile, keys.cataloguer);
        fileSlot(config, 3, "writer", keys.writerFile, keys.writer);
    }

    private void fileSlot(byte[] config, int role, String label, byte[] file, SigningKey signing) {
        byte[] salt = random.bytes(16);
        Encoder head = Format.slotHead(keys.vaultId, role, label, signing, salt, NO_PASSPHRASE);
        build.put("keys", Format.slot(head, Secret.copyOf(file), salt, slotKeys(config, role, signing)));
    }

    /** What a slot of this role seals. */
    byte[] slotKeys(byte[] config, int role, SigningKey signing) {
        Encoder out = new Encoder(6000).u8(role).raw(SeededRandom.sha256(config));
        keys.index.expose(out::raw);
        blob(out, role == 2 ? Secret.owning(new byte[0]) : keys.contentIds);
        keys.treeIds.expose(out::raw);
        blob(out, role == 3 ? Secret.owning(new byte[0]) : keys.forCataloguer.encoded());
        blob(out, role > 1 ? Secret.owning(new byte[0]) : keys.forReader.encoded());
        signing.seed().expose(out::raw);
        return out.toByteArray();
    }

    private static void blob(Encoder out, Secret secret) {
        secret.expose(out::blob);
    }

    private void enrolments() {
        enrol(keys.reader, 1, "reader");
        enrol(keys.cataloguer, 2, "cataloguer");
        enrol(keys.writer, 3, "host yellow");
        enrol(keys.otherWriter, 3, "host blue");
        enrol(keys.formerWriter, 3, "host red");
    }

    private void enrol(SigningKey key, int role, String label) {
        build.put("enrolled", Format.enrolment(keys.vaultId, key, role, label, keys.owner));
    }

    private void snapshots() {
        PackBuild owned = PackBuild.contents(keys, random);
        List<Format.Chunk> note = owned.group(0, "an owner's note\n".getBytes(UTF_8));
        owned.finish(build, keys.owner, keys.owner);
        PackBuild ownedTrees = PackBuild.trees(keys, random);
        List<Format.Chunk> notes = VaultBuild.folder(ownedTrees, List.of(Node.file("note", note)));
        List<Format.Chunk> root = VaultBuild.folder(ownedTrees, List.of(Node.folder("notes", notes)));
        ownedTrees.finish(build, keys.owner, keys.owner);
        build.snapshot(LATEST.minusSeconds(7200), "desk", List.of("notes"), root, keys.owner);
        String forgotten = build.snapshot(LATEST.plusSeconds(10), "desk", List.of("notes"), root, keys.owner);
        build.put("forgotten", forgetMark(keys.owner, forgotten));
        latest();
        former();
    }

    /** A writer whose key was taken back when it had put one snapshot. */
    private void former() {
        Set<String> others = Set.copyOf(build.objects.keySet());
        PackBuild trees = PackBuild.trees(keys, random);
        build.backup(LATEST.minusSeconds(3600), "red", trees, List.of(), keys.formerWriter);
        List<String> kept = build.hashes(name -> !others.contains(name));
        build.put("revoked", Format.revocation(keys.vaultId, keys.formerWriter, kept, keys.owner));
    }

    byte[] forgetMark(SigningKey signer, String snapshot) {
        return Format.signed(
                Format.header("HFFORG", keys.vaultId)
                        .u64(1_772_000_000L)
                        .varint(1)
                        .raw(java.util.HexFormat.of().parseHex(snapshot.substring("snapshots/".length()))),
                signer);
    }

    private void latest() {
        byte[] numbers = numbers();
        byte[] random3k = random.bytes(3_000);
        PackBuild first = PackBuild.contents(keys, random);
        List<byte[]> cuts = cut(keys, numbers);
        int half = cuts.size() / 2;
        List<Format.Chunk> pieces =
                new ArrayList<>(first.group(0, cuts.subList(0, half).toArray(byte[][]::new)));
        pieces.addAll(first.group(1, cuts.subList(half, cuts.size()).toArray(byte[][]::new)));
        first.finish(build, keys.writer, keys.writer);
        // This pack the owner made of groups that the writer had sealed: it signs in the writer's name.
        PackBuild moved = first.next();
        List<Format.Chunk> noisy = moved.group(2, cut(keys, random3k).toArray(byte[][]::new));
        List<Format.Chunk> zeros = moved.group(3, new byte[4096], new byte[1]);
        moved.finish(build, keys.writer, keys.owner);
        noise = noisy.getFirst();

        byte[] hello = "hello\n".getBytes(UTF_8);
        PackBuild small = PackBuild.contents(keys, random);
        List<Format.Chunk> smallPieces = small.group(0, hello, "x".getBytes(UTF_8));
        small.finish(build, keys.writer, keys.writer);
        List<Format.Chunk> helloPiece = smallPieces.subList(0, 1);

        PackBuild trees = PackBuild.trees(keys, random);
        List<Node> odd = new ArrayList<>(List.of(
                Node.file("attributes", helloPiece)
                        .attributes("user.colour".getBytes(UTF_8), new byte[] {0, 1, (byte) 0xff}),
                Node.special("device", 5, 0x103),
                Node.file("empty", List.of()),
                Node.special("fifo", 3, 0),
                Node.link("link", "nowhere/\\at all"),
                Node.file("not utf-8", smallPieces.subList(1, 2)).named(new byte[] {'n', (byte) 0xff, '\n'}),
                Node.file("old", helloPiece).at(-1_000_000_000L, 0),
                Node.file("special bits", helloPiece).mode(04751).at(Node.TIME, 123_456_789),
                Node.file("twin a", helloPiece).twin(7),
                Node.file("twin b", helloPiece).twin(7)));
        odd.sort((a, b) -> Arrays.compareUnsigned(a.name(), b.name()));
        List<Format.Chunk> oddTree = VaultBuild.folder(trees, odd);
        List<Format.Chunk> many = VaultBuild.folder(trees, many(helloPiece));
        List<Format.Chunk> data = VaultBuild.folder(
                trees,
                List.of(
                        Node.folder("many", many),
                        Node.file("noise", noisy),
                        Node.file("numbers", pieces),
                        Node.folder("odd", oddTree).mode(01777),
                        Node.file("sparse", List.of(zeros.get(0), zeros.get(0), helloPiece.getFirst(), zeros.get(0)))));
        List<Format.Chunk> absolute = VaultBuild.folder(trees, List.of(Node.folder("data", data)));
        latest = build.backup(
                LATEST, "yellow", trees, List.of(Node.folder("/", absolute), Node.link("rel", "data")), keys.writer);

        files.put("data/noise", random3k);
        files.put("data/numbers", numbers);
        files.put("data/odd/attributes", hello);
        files.put("data/odd/empty", new byte[0]);
        files.put("data/odd/old", hello);
        files.put("data/odd/special bits", hello);
        files.put("data/odd/twin a", hello);
        files.put("data/odd/twin b", hello);
        files.put("data/many/file 0", hello);
        files.put("data/many/file 99", hello);
        files.put("data/sparse", PackBuild.join(new byte[8192], hello, new byte[4096]));
    }

    /** So many that the tree takes two chunks. */
    private static List<Node> many(List<Format.Chunk> content) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            nodes.add(Node.file("file " + i, content));
        }
        nodes.sort((a, b) -> Arrays.compareUnsigned(a.name(), b.name()));
        return nodes;
    }

    private static byte[] numbers() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4_000; i++) {
            text.append(i * 7919L % 10_007).append('\n');
        }
        return text.toString().getBytes(UTF_8);
    }

    /** The table that files are cut by. */
    static long[] gear(VectorKeys keys) {
        Secret bytes = Hkdf.derive(keys.contentIds, new byte[0], "holdfast gear 1", 2048);
        return bytes.expose(b -> {
            long[] table = new long[256];
            ByteBuffer.wrap(b).asLongBuffer().get(table);
            return table;
        });
    }

    static List<byte[]> cut(VectorKeys keys, byte[] bytes) {
        Cutter cutter = new Cutter(gear(keys), 256, 1024, 4096);
        List<byte[]> chunks = new ArrayList<>();
        for (int at = 0; at < bytes.length; ) {
            int length = cutter.cut(bytes, at, bytes.length);
            chunks.add(Arrays.copyOfRange(bytes, at, at + length));
            at += length;
        }
        return chunks;
    }
}
