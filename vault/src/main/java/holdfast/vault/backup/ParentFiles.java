package holdfast.vault.backup;

import holdfast.vault.codec.Decoder;
import holdfast.vault.codec.MalformedException;
import holdfast.vault.host.HostStat;
import holdfast.vault.index.ChunkIndex;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.Hashes;
import holdfast.vault.model.Piece;
import holdfast.vault.tree.TreeNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the files were at the last backup of the same paths, from this host's cache: a writer cannot read it in the
 * vault. A cache that is lost or damaged costs a re-read, nothing else. A chunk that the vault no longer has makes
 * its file count as changed.
 */
final class ParentFiles {
    static final int MAGIC = 0x48464332;
    private static final Folder NOTHING = new Folder(Map.of());

    private final byte[] bytes;
    private final Map<FilePath, Integer> folders;
    private final ChunkIndex known;

    private ParentFiles(byte[] bytes, Map<FilePath, Integer> folders, ChunkIndex known) {
        this.bytes = bytes;
        this.folders = folders;
        this.known = known;
    }

    static ParentFiles none() {
        return new ParentFiles(new byte[0], Map.of(), new ChunkIndex());
    }

    /** Reads a cache file, if there is a good one. */
    static ParentFiles read(Path file, ChunkIndex known) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            int end = bytes.length - 32;
            if (end < 4
                    || !Arrays.equals(
                            Hashes.sha256(Arrays.copyOf(bytes, end)), Arrays.copyOfRange(bytes, end, end + 32))) {
                return none();
            }
            return new ParentFiles(bytes, directory(new Decoder(bytes, 0, end)), known);
        } catch (NoSuchFileException e) {
            return none();
        } catch (IOException e) {
            // Unreadable or damaged: the files are read again.
            return none();
        }
    }

    private static Map<FilePath, Integer> directory(Decoder in) throws MalformedException {
        Map<FilePath, Integer> folders = new HashMap<>();
        if (in.u32() != MAGIC) {
            throw new MalformedException("no cache of files");
        }
        while (in.remaining() > 0) {
            FilePath path = FilePath.of(in.blob());
            int length = in.u32();
            folders.put(path, in.position());
            in.skip(length);
        }
        return folders;
    }

    /** What was in this folder. */
    Folder folder(FilePath path) {
        Integer start = folders.get(path);
        if (start == null) {
            return NOTHING;
        }
        try {
            return decode(new Decoder(bytes, start, bytes.length - 32));
        } catch (MalformedException e) {
            return NOTHING;
        }
    }

    private Folder decode(Decoder in) throws MalformedException {
        int count = in.count(16);
        Map<FilePath, Known> files = HashMap.newHashMap(count);
        for (int i = 0; i < count; i++) {
            FilePath name = FilePath.of(in.blob());
            HostStat stat = ParentFilesWriter.decodeStat(in);
            List<TreeNode.Attribute> attributes = TreeNode.Attribute.decode(in);
            List<Piece> pieces = Piece.decode(in);
            if (pieces.stream().allMatch(piece -> known.claim(piece.id()))) {
                files.put(name, new Known(stat, attributes, pieces));
            }
        }
        return new Folder(files);
    }

    /** A file as it was. */
    record Known(HostStat stat, List<TreeNode.Attribute> attributes, List<Piece> pieces) {}

    /** The regular files of a folder. */
    static final class Folder {
        private final Map<FilePath, Known> files;

        private Folder(Map<FilePath, Known> files) {
            this.files = files;
        }

        /** The content of a file that the kernel says nothing has happened to. */
        Optional<Known> unchanged(byte[] name, HostStat now) {
            if (files.isEmpty()) {
                return Optional.empty();
            }
            Known before = files.get(FilePath.of(name));
            return before != null && now.sameContentAs(before.stat()) ? Optional.of(before) : Optional.empty();
        }
    }
}
