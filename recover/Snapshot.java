import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One backup: when, of what, by whom, and where its tree begins ('Snapshot' of the format).
 *
 * @param id the object's name: SHA-256 in hex
 * @param paths what the backup was told to save, as bytes
 * @param author the Ed25519 key of whoever made it, which is the signer, unless a repair wrote it anew: chunks are taken from packs of this key, the owner and readers
 */
record Snapshot(
        String id,
        Instant time,
        String host,
        List<byte[]> paths,
        List<String> tags,
        long files,
        long bytes,
        List<Piece> root,
        byte[] author) {

    static Snapshot read(Vault vault, String name) throws IOException {
        byte[] object = vault.store.readNamed(name, Vault.MOST_BYTES);
        Signed signed = Signed.read(object, "HFSNAP");
        if (!Arrays.equals(signed.vault(), vault.id)) {
            throw new Damage("it belongs to another vault");
        }
        Cursor outer = signed.body();
        byte[] secret = vault.unwrapForCataloguer(outer.take(Crypto.WRAPPED_BYTES), "holdfast snapshot");
        byte[] associated = Arrays.copyOf(object, outer.at());
        byte[] sealed = outer.blob();
        outer.finish();
        byte[] key = Crypto.hkdf(secret, new byte[0], "holdfast snapshot 1", 32);
        Cursor in = new Cursor(Crypto.open(key, associated, sealed));
        Snapshot read = body(name, in, signed.signer());
        Role role = vault.author(name, signed.signer(), read.author());
        if (!role.writes()) {
            throw new Damage("it was signed by " + role.whose + " key, which makes no backups");
        }
        return read;
    }

    private static Snapshot body(String name, Cursor in, byte[] signer) throws Damage {
        String id = name.substring(name.indexOf('/') + 1);
        Instant time = time(in);
        String host = in.text();
        List<byte[]> paths = blobs(in);
        List<String> tags = texts(in);
        long files = in.varint();
        long bytes = in.varint();
        List<Piece> root = Piece.list(in);
        int attachments = in.count();
        for (int i = 0; i < attachments; i++) {
            in.text();
            Piece.list(in);
        }
        byte[] author = signer;
        if (in.left() >= 64) {
            author = in.take(32);
            in.take(32);
        }
        in.finish();
        return new Snapshot(id, time, host, paths, tags, files, bytes, root, author);
    }

    /** Signed seconds since 1970 and nanoseconds. */
    static Instant time(Cursor in) throws Damage {
        long seconds = in.signed();
        long nanos = in.varint();
        if (nanos < 0
                || nanos > 999_999_999
                || seconds < Instant.MIN.getEpochSecond()
                || seconds > Instant.MAX.getEpochSecond()) {
            throw new Damage("a time is impossible");
        }
        return Instant.ofEpochSecond(seconds, nanos);
    }

    private static List<byte[]> blobs(Cursor in) throws Damage {
        List<byte[]> all = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            all.add(in.blob());
        }
        return all;
    }

    private static List<String> texts(Cursor in) throws Damage {
        List<String> all = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            all.add(in.text());
        }
        return all;
    }
}
