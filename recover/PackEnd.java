import java.io.IOException;
import java.util.Arrays;

/**
 * The end of a pack: its directory, opened, and who signed it ('Packs' of the format).
 *
 * <pre>
 *   header | kind | groups … | salt 32 | sealed (author 32 | directory) | signer 32 | signature 64 | u32 length
 * </pre>
 *
 * The length is that of salt and sealed part. The pack's name is the hash of the whole, which is computed only if its
 * signer's key was taken back: a restore would have to read packs from end to end for a few files. The directory is held by its signature, the groups by their seals and the ids of their chunks.
 *
 * @param kind {@link #CONTENTS} or {@link #TREES}
 * @param author whose word it is that the chunks are what their ids say: an Ed25519 key
 * @param role what the author was enrolled as
 * @param directory sessions and groups, as {@link Packs} reads them
 * @param groupsEnd where the groups end in the pack
 */
record PackEnd(int kind, byte[] author, Role role, Cursor directory, long groupsEnd) {
    static final int CONTENTS = 1;
    static final int TREES = 2;
    static final int FIRST_GROUP = Signed.HEADER_BYTES + 1;
    private static final int MOST_DIRECTORY_BYTES = 256 << 20;
    private static final int FIXED_END = 32 + 64 + 4;

    static PackEnd read(Vault vault, String name) throws IOException {
        long size = vault.store.size(name);
        if (size < FIRST_GROUP + FIXED_END) {
            throw new Damage("it ends before it should");
        }
        byte[] start = vault.store.read(name, 0, FIRST_GROUP);
        Cursor head = new Cursor(start);
        if (!Arrays.equals(Signed.header(head, "HFPACK"), vault.id)) {
            throw new Damage("it belongs to another vault");
        }
        int kind = head.u8();
        if (kind != CONTENTS && kind != TREES) {
            throw new Damage("it is of a kind that there is not");
        }
        long length = new Cursor(vault.store.read(name, size - 4, 4)).u32();
        long from = size - FIXED_END - length;
        if (length < 32 || length > MOST_DIRECTORY_BYTES || from < FIRST_GROUP) {
            throw new Damage("its directory is longer than there is room");
        }
        Cursor end = new Cursor(vault.store.read(name, from, (int) length + 32 + 64));
        byte[] salted = end.take((int) length);
        byte[] signer = end.take(32);
        byte[] signature = end.take(64);
        Signed.check(signer, signature, start, salted, signer);
        byte[] key = Crypto.hkdf(vault.keys.indexKey(), Arrays.copyOf(salted, 32), "holdfast index 1", 32);
        Cursor sealed = new Cursor(Crypto.open(key, start, Arrays.copyOfRange(salted, 32, salted.length)));
        byte[] author = sealed.take(32);
        return new PackEnd(kind, author, vault.author(name, signer, author), sealed, from);
    }
}
