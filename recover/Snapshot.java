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
 * @param signer the Ed25519 key of whoever made it: chunks are taken from packs of this key, the owner and readers
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
        byte[] signer) {

    static Snapshot read(Vault vault, String name) throws IOException {
        byte[] object = vault.store.readNamed(name, Vault.MOST_BYTES);
        Signed signed = Signed.read(object, "HFSNAP");
        if (!Arrays.equals(signed.vault(), vault.id)) {
            throw new Damage("it belongs to another vault");
        }
        Role role = vault.signer(signed.signer());
        if (!role.writes()) {
            throw new Damage("it was signed by " + role.whose + " key, which makes no backups");
        }
        Cursor outer = signed.body();
        byte[] secret = vault.unwrapForCataloguer(outer.take(Crypto.WRAPPED_BYTES), "holdfast snapshot");
        byte[] associated = Arrays.copyOf(object, outer.at());
        byte[] sealed = outer.blob();
        outer.finish();
        byte[] key = Crypto.hkdf(secret, new byte[0], "holdfast snapshot 1", 32);
        Cursor in = new Cursor(Crypto.open(key, associated, sealed));
        String id = name.substring(name.indexOf('/') + 1);
        Snapshot snapshot = new Snapshot(
                id,
                time(in),
                in.text(),
                blobs(in),
                texts(in),
                in.varint(),
                in.varint(),
                Piece.list(in),
                signed.signer());
        int attachments = in.count();
        for (int i = 0; i < attachments; i++) {
            in.text();
            Piece.list(in);
        }
        in.finish();
        return snapshot;
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
