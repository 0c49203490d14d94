package holdfast.vault.tree;

import holdfast.crypto.VerifyingKey;
import holdfast.vault.codec.Decoder;
import holdfast.vault.codec.Encoder;
import holdfast.vault.codec.MalformedException;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Piece;
import holdfast.vault.model.SnapshotId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a snapshot's object holds, sealed for cataloguers.
 *
 * @param rewritten of a snapshot that the owner's repair wrote anew in its writer's name
 */
public record SnapshotBody(
        Instant time,
        String host,
        List<FilePath> paths,
        List<String> tags,
        long files,
        long bytes,
        List<Piece> root,
        List<Attached> attachments,
        Optional<Rewritten> rewritten) {
    /** An attachment and the chunks that it consists of. */
    public record Attached(String name, List<Piece> pieces) {}

    /** Whose snapshot it was, and which: what is left of it is read through that writer's packs, as it was itself. */
    public record Rewritten(VerifyingKey author, SnapshotId original) {
        static final int BYTES = VerifyingKey.BYTES + SnapshotId.BYTES;
    }

    /** As a backup makes it. */
    public SnapshotBody(
            Instant time,
            String host,
            List<FilePath> paths,
            List<String> tags,
            long files,
            long bytes,
            List<Piece> root,
            List<Attached> attachments) {
        this(time, host, paths, tags, files, bytes, root, attachments, Optional.empty());
    }

    public byte[] encode() {
        Encoder out = new Encoder(1024);
        out.signed(time.getEpochSecond()).varint(time.getNano()).text(host);
        out.varint(paths.size());
        paths.forEach(path -> out.blob(path.bytes()));
        out.varint(tags.size());
        tags.forEach(out::text);
        out.varint(files).varint(bytes);
        Piece.encode(out, root);
        out.varint(attachments.size());
        for (Attached attached : attachments) {
            out.text(attached.name());
            Piece.encode(out, attached.pieces());
        }
        rewritten.ifPresent(
                was -> out.raw(was.author().bytes()).raw(was.original().bytes()));
        return out.toByteArray();
    }

    public static SnapshotBody decode(byte[] bytes) throws MalformedException {
        Decoder in = new Decoder(bytes);
        Instant time = time(in);
        String host = in.text();
        List<FilePath> paths = new ArrayList<>();
        for (int i = in.count(1); i > 0; i--) {
            paths.add(FilePath.of(in.blob()));
        }
        List<String> tags = new ArrayList<>();
        for (int i = in.count(1); i > 0; i--) {
            tags.add(in.text());
        }
        long files = in.varint();
        long sum = in.varint();
        List<Piece> root = Piece.decode(in);
        List<Attached> attachments = new ArrayList<>();
        for (int i = in.count(2); i > 0; i--) {
            attachments.add(new Attached(in.text(), Piece.decode(in)));
        }
        Optional<Rewritten> rewritten =
                in.remaining() < Rewritten.BYTES ? Optional.empty() : Optional.of(rewritten(in));
        in.demandEnd();
        return new SnapshotBody(time, host, paths, tags, files, sum, root, attachments, rewritten);
    }

    private static Rewritten rewritten(Decoder in) throws MalformedException {
        try {
            VerifyingKey author = VerifyingKey.of(in.raw(VerifyingKey.BYTES));
            return new Rewritten(author, SnapshotId.at(in.raw(SnapshotId.BYTES), 0));
        } catch (IllegalArgumentException e) {
            throw new MalformedException("the author's key is none");
        }
    }

    private static Instant time(Decoder in) throws MalformedException {
        long seconds = in.signed();
        try {
            return Instant.ofEpochSecond(seconds, in.number(999_999_999));
        } catch (DateTimeException e) {
            throw new MalformedException("a time is out of range");
        }
    }
}
