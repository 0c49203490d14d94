import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds chunks in packs, and takes them out.
 *
 * <p>Every pack ends with a sealed, signed directory of what it holds ('Packs' of the format). This program reads these
 * directories and needs no index: the index parts of a vault are copies of them, for speed. They are looked into only
 * for packs whose own directory is damaged.
 *
 * <p>A group is opened in four steps, each of which proves something: the session's secret is unwrapped (by the holder
 * of the right private key), the group is opened under a key derived from it (so it is what a writer sealed, in this
 * vault, under this number), it is decompressed, and each chunk taken out is compared with its id (so it is what the
 * tree meant).
 *
 * <p>Memory: some forty bytes for each chunk of the packs that count, one group, and a cache of groups.
 */
final class Packs {
    private static final int CACHE_BYTES = 64 << 20;
    private static final int MOST_GROUP_BYTES = 1 << 30;
    private static final byte[] GROUP_INFO = Crypto.join(new byte[] {16}, Crypto.utf8("holdfast group 1"));

    private final Vault vault;
    private final List<Group> groups = new ArrayList<>();
    private final ChunkTable chunks = new ChunkTable();
    private final Map<Session, byte[]> secrets = new HashMap<>();
    private final LinkedHashMap<Group, byte[]> cache = new LinkedHashMap<>(16, 0.75f, true);
    private long cached;

    /** A session of a backup: all its groups' keys come from one secret. */
    private record Session(int kind, byte[] id, byte[] wrapped) {}

    /** Where a group lies, and under what it is sealed. */
    private record Group(String pack, Session session, long number, long offset, int sealed, int plain) {}

    private Packs(Vault vault) {
        this.vault = vault;
    }

    /**
     * The packs that a snapshot of this author may be read through: those whose author is the same, the owner,
     * or a reader. Any other writer could put junk into a pack and call it by a true chunk's id.
     */
    static Packs of(Vault vault, byte[] snapshotAuthor) throws IOException {
        Packs packs = new Packs(vault);
        Set<String> broken = new HashSet<>();
        for (String name : vault.store.list("packs")) {
            try {
                PackEnd end = PackEnd.read(vault, name);
                if (end.role().vouches() || Arrays.equals(end.author(), snapshotAuthor)) {
                    long reached = packs.add(name, end.kind(), end.directory(), end.groupsEnd());
                    end.directory().finish();
                    if (reached != end.groupsEnd()) {
                        throw new Damage("its groups do not reach to its directory");
                    }
                }
            } catch (Damage e) {
                vault.complaints.damaged(name, e);
                broken.add(name.substring(name.lastIndexOf('/') + 1));
            }
        }
        if (!broken.isEmpty()) {
            packs.fromIndex(broken, snapshotAuthor);
        }
        return packs;
    }

    /** Looks in the index parts for what the damaged packs held; their groups may be whole. */
    private void fromIndex(Set<String> broken, byte[] snapshotAuthor) throws IOException {
        for (String name : vault.store.list("index")) {
            try {
                byte[] object = vault.store.readNamed(name, Vault.MOST_BYTES);
                Signed part = Signed.read(object, "HFINDX");
                if (!Arrays.equals(part.vault(), vault.id)) {
                    throw new Damage("it belongs to another vault");
                }
                Cursor outer = part.body();
                byte[] key = Crypto.hkdf(vault.keys.indexKey(), outer.take(32), "holdfast index 1", 32);
                Cursor in = new Cursor(Crypto.open(key, part.header(), outer.blob()));
                byte[] author = in.take(32);
                boolean counts = vault.author(name, part.signer(), author).vouches() || Arrays.equals(author, snapshotAuthor);
                Packs ignored = new Packs(vault);
                for (int left = in.count(); left > 0; left--) {
                    String pack = Crypto.hex(in.take(32));
                    long size = in.varint();
                    int kind = in.u8();
                    Packs into = counts && broken.contains(pack) ? this : ignored;
                    into.add("packs/" + pack.substring(0, 2) + "/" + pack, kind, in, size);
                }
            } catch (Damage e) {
                vault.complaints.damaged(name, e);
            }
        }
    }

    /** Takes in a directory: sessions, then groups, then for each its chunks. Returns where the last group ends. */
    private long add(String pack, int kind, Cursor in, long groupsEnd) throws Damage {
        Session[] sessions = new Session[in.count()];
        for (int i = 0; i < sessions.length; i++) {
            sessions[i] = new Session(kind, in.take(16), in.take(Crypto.WRAPPED_BYTES));
        }
        long offset = PackEnd.FIRST_GROUP;
        for (int left = in.count(); left > 0; left--) {
            long session = in.varint();
            if (session >= sessions.length) {
                throw new Damage("its directory names a session that there is not");
            }
            long number = in.u32();
            Group group = new Group(pack, sessions[(int) session], number, offset, in.size(), in.size());
            offset += group.sealed;
            if (offset > groupsEnd || group.plain > MOST_GROUP_BYTES) {
                throw new Damage("its directory tells of more than the pack holds");
            }
            chunksOf(group, in);
        }
        return offset;
    }

    private void chunksOf(Group group, Cursor in) throws Damage {
        byte[][] ids = new byte[in.count()][];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = in.take(32);
        }
        int number = groups.size();
        groups.add(group);
        int offset = 0;
        for (byte[] id : ids) {
            int length = in.size();
            if (length > group.plain - offset) {
                throw new Damage("its directory tells of chunks that are longer than their group");
            }
            chunks.add(id, number, offset, length);
            offset += length;
        }
        if (offset != group.plain) {
            throw new Damage("its directory tells of a group that is longer than its chunks");
        }
    }

    /** A chunk of a file. */
    byte[] content(Piece piece) throws IOException {
        return chunk(piece, PackEnd.CONTENTS, vault.keys.contentIdKey());
    }

    /** A chunk of a tree. */
    byte[] tree(Piece piece) throws IOException {
        return chunk(piece, PackEnd.TREES, vault.keys.treeIdKey());
    }

    /** Tries every place that claims to hold the chunk; the first whose bytes have the id is it. */
    private byte[] chunk(Piece piece, int kind, byte[] idKey) throws IOException {
        Damage damage = new Damage("chunk " + Crypto.hex(piece.id()) + " is in no pack");
        for (int place = chunks.first(piece.id()); place >= 0; place = chunks.next(place, piece.id())) {
            Group group = groups.get(chunks.group(place));
            if (group.session.kind != kind || chunks.length(place) != piece.length()) {
                continue;
            }
            try {
                byte[] plain = open(group);
                int from = chunks.offset(place);
                byte[] id = Crypto.hmac(idKey, plain, from, piece.length());
                if (Arrays.equals(id, piece.id())) {
                    return Arrays.copyOfRange(plain, from, from + piece.length());
                }
                damage = new Damage("chunk " + Crypto.hex(piece.id()) + " in " + group.pack + " is another one");
            } catch (Damage e) {
                damage = new Damage("group " + group.number + " in " + group.pack + ": " + e.getMessage());
            }
        }
        throw damage;
    }

    private byte[] open(Group group) throws IOException {
        byte[] plain = cache.get(group);
        if (plain == null) {
            plain = decode(group);
            cache.put(group, plain);
            cached += plain.length;
            var oldest = cache.entrySet().iterator();
            while (cached > CACHE_BYTES && cache.size() > 1) {
                cached -= oldest.next().getValue().length;
                oldest.remove();
            }
        }
        return plain;
    }

    private byte[] decode(Group group) throws IOException {
        byte[] sealed = vault.store.read(group.pack, group.offset, group.sealed);
        byte[] number = {
            (byte) (group.number >>> 24), (byte) (group.number >>> 16), (byte) (group.number >>> 8), (byte) group.number
        };
        byte[] key = Crypto.hkdf(secret(group.session), new byte[0], Crypto.join(GROUP_INFO, number), 32);
        byte[] associated = Crypto.join(vault.id, new byte[] {(byte) group.session.kind}, group.session.id, number);
        byte[] packed = Crypto.open(key, associated, sealed);
        byte[] plain = switch (packed.length == 0 ? -1 : packed[0]) {
            case 0 -> Arrays.copyOfRange(packed, 1, packed.length);
            case 1 -> Zstd.decompress(packed, 1, packed.length, group.plain);
            default -> throw new Damage("it is compressed in a way that there is not");
        };
        if (plain.length != group.plain) {
            throw new Damage("it holds another number of bytes than the directory says");
        }
        return plain;
    }

    private byte[] secret(Session session) throws Damage {
        byte[] known = secrets.get(session);
        if (known == null) {
            known = session.kind == PackEnd.CONTENTS
                    ? vault.unwrapForReader(session.wrapped, "holdfast session contents")
                    : vault.unwrapForCataloguer(session.wrapped, "holdfast session trees");
            secrets.put(session, known);
        }
        return known;
    }
}
