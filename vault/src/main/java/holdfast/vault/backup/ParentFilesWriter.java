package holdfast.vault.backup;

import holdfast.vault.codec.Decoder;
import holdfast.vault.codec.Encoder;
import holdfast.vault.codec.MalformedException;
import holdfast.vault.host.HostStat;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Hashes;
import holdfast.vault.model.Piece;
import holdfast.vault.tree.TreeNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * Writes the cache that the next backup of the same paths reads: for every folder its regular files, by what the
 * kernel tells of them. Written beside and renamed at the end; it is no loss if it cannot be written.
 */
final class ParentFilesWriter implements AutoCloseable {
    /** A file that changed later than this before the backup may change again within the same tick of the clock. */
    private static final int TICK_SECONDS = 2;

    private final Path file;
    private final Path beside;
    private final long latest;
    private final MessageDigest digest = Hashes.sha256();
    private final OutputStream out;

    ParentFilesWriter(Path file, Instant start) throws IOException {
        this.file = file;
        this.beside = file.resolveSibling(
                file.getFileName() + ".new-" + ProcessHandle.current().pid());
        this.latest = start.getEpochSecond() - TICK_SECONDS;
        this.out = new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(beside), digest), 1 << 16);
        out.write(new Encoder().u32(ParentFiles.MAGIC).toByteArray());
    }

    /** Whether a file may be taken for unchanged later. */
    boolean isSettled(HostStat stat) {
        return stat.seconds() < latest && stat.changedSeconds() < latest && stat.links() == 1;
    }

    static void encode(Encoder entries, byte[] name, ParentFiles.Known file) {
        HostStat stat = file.stat();
        entries.blob(name).varint(stat.size()).signed(stat.seconds()).varint(stat.nanos());
        entries.signed(stat.changedSeconds()).varint(stat.changedNanos()).varint(stat.inode());
        TreeNode.Attribute.encode(entries, file.attributes());
        Piece.encode(entries, file.pieces());
    }

    static HostStat decodeStat(Decoder in) throws MalformedException {
        long size = in.varint();
        long seconds = in.signed();
        int nanos = in.number(999_999_999);
        long changedSeconds = in.signed();
        int changedNanos = in.number(999_999_999);
        long inode = in.varint();
        return new HostStat(HostStat.FILE, size, 0, 0, seconds, nanos, changedSeconds, changedNanos, 0, inode, 1, 0);
    }

    void folder(FilePath path, int count, Encoder entries) throws IOException {
        if (count == 0) {
            return;
        }
        Encoder head = new Encoder().varint(count);
        Encoder all = new Encoder(path.bytes().length + 16)
                .blob(path.bytes())
                .u32(head.length() + entries.length())
                .raw(head.toByteArray());
        out.write(all.toByteArray());
        out.write(entries.toByteArray());
    }

    /** Makes it the cache. */
    void finish() throws IOException {
        out.flush();
        out.write(digest.digest());
        out.close();
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Drops what was not finished. */
    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(beside);
    }
}
