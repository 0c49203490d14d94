package holdfast.vault.vectors;

import com.github.luben.zstd.Zstd;
import holdfast.crypto.HybridRecipient;
import holdfast.crypto.Secret;
import holdfast.crypto.SigningKey;
import holdfast.vault.codec.Encoder;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A pack in the making: groups of chunks under one session. */
final class PackBuild {
    static final int CONTENTS = 1;
    static final int TREES = 2;

    final VectorKeys keys;
    final int kind;
    final Format.Session session;
    final List<Format.Group> groups = new ArrayList<>();
    private final SeededRandom random;

    private PackBuild(VectorKeys keys, int kind, Format.Session session, SeededRandom random) {
        this.keys = keys;
        this.kind = kind;
        this.session = session;
        this.random = random;
    }

    static PackBuild contents(VectorKeys keys, SeededRandom random) {
        return of(keys, CONTENTS, keys.forReader.recipient(), "holdfast session contents", random);
    }

    static PackBuild trees(VectorKeys keys, SeededRandom random) {
        return of(keys, TREES, keys.forCataloguer.recipient(), "holdfast session trees", random);
    }

    static PackBuild of(VectorKeys keys, int kind, HybridRecipient recipient, String purpose, SeededRandom random) {
        return new PackBuild(keys, kind, Format.Session.of(random, recipient, purpose), random);
    }

    /** Another pack of the same session: its groups go on counting. */
    PackBuild next() {
        return new PackBuild(keys, kind, session, random);
    }

    /** A chunk under its true id. */
    Format.Chunk chunk(byte[] bytes) {
        Secret key = kind == CONTENTS ? keys.contentIds : keys.treeIds;
        return new Format.Chunk(Format.hmac(key, bytes), bytes.length);
    }

    /** Adds a group of these chunks, compressed, or plain if that is no shorter; returns them as pieces. */
    List<Format.Chunk> group(int number, byte[]... chunks) {
        byte[] plain = join(chunks);
        byte[] frame = Zstd.compress(plain, 3);
        boolean shorter = frame.length < plain.length - plain.length / 32;
        byte[] text = join(new byte[] {(byte) (shorter ? 1 : 0)}, shorter ? frame : plain);
        List<Format.Chunk> pieces = Arrays.stream(chunks).map(this::chunk).toList();
        add(number, number, text, plain.length, pieces);
        return pieces;
    }

    /** Adds a group, everything given: what is sealed, and what the directory says of it. */
    void add(int sealedNumber, int toldNumber, byte[] text, int plain, List<Format.Chunk> chunks) {
        byte[] sealed = Format.group(keys.vaultId, kind, session, sealedNumber, text);
        groups.add(new Format.Group(toldNumber, sealed, plain, chunks));
    }

    byte[] sealedGroups() {
        return join(groups.stream().map(Format.Group::sealed).toArray(byte[][]::new));
    }

    byte[] header() {
        return Format.header("HFPACK", keys.vaultId).u8(kind).toByteArray();
    }

    /** Author and directory. */
    byte[] told(SigningKey author) {
        return new Encoder(1024)
                .raw(author.verifyingKey().bytes())
                .raw(Format.directory(session, groups).toByteArray())
                .toByteArray();
    }

    /** Puts the pack, and an index part that tells of it. */
    void finish(VaultBuild into, SigningKey author, SigningKey signer) {
        String name =
                into.putPack(Format.pack(header(), sealedGroups(), random.bytes(32), keys.index, told(author), signer));
        into.putIndexPart(this, name, Format.directory(session, groups).toByteArray(), author, signer);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }
}
