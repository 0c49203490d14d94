package holdfast.vault.index;

import holdfast.crypto.NotAuthenticException;
import holdfast.storage.NoSuchObjectException;
import holdfast.vault.codec.MalformedException;
import holdfast.vault.model.ChunkId;
import holdfast.vault.model.VaultException;
import holdfast.vault.pack.ChunkIds;
import holdfast.vault.pack.IndexPart;
import holdfast.vault.pack.OpenState;
import holdfast.vault.pack.PackDirectory;
import holdfast.vault.pack.Sessions;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/** Opens groups and verifies their chunks against their ids. Thread-safe. */
public final class GroupReader {
    private final OpenState vault;
    private final Sessions sessions;

    public GroupReader(OpenState vault) {
        this.vault = vault;
        this.sessions = new Sessions(vault.keys());
    }

    /** Fetches a group from the store and opens it. */
    public byte[] fetch(ChunkIndex.GroupPlace place) throws IOException {
        PackDirectory.Group group = place.group();
        byte[] sealed;
        try {
            sealed = vault.store().get(place.pack().id().objectName(), group.offset(), group.sealedLength());
        } catch (NoSuchObjectException | EOFException e) {
            throw new VaultException.Damaged(String.valueOf(e.getMessage()), e);
        }
        return open(place.pack(), group, sealed, 0);
    }

    /**
     * Opens a group whose sealed bytes start somewhere in an array.
     *
     * @throws VaultException.Damaged naming pack and place if the bytes are not those that were sealed
     */
    public byte[] open(IndexPart.Pack pack, PackDirectory.Group group, byte[] bytes, int from) throws VaultException {
        try {
            return vault.groups()
                    .open(
                            pack.kind(),
                            group.id(),
                            sessions.secretOf(pack.kind(), pack.directory(), group.id()),
                            bytes,
                            from,
                            group.sealedLength(),
                            group.plainLength());
        } catch (NotAuthenticException | MalformedException e) {
            throw new VaultException.Damaged(
                    pack.id().objectName() + ", " + placeOf(pack, group) + ": " + e.getMessage(), e);
        }
    }

    public static String placeOf(IndexPart.Pack pack, PackDirectory.Group group) {
        return "group " + pack.directory().groups().indexOf(group) + " at byte " + group.offset();
    }

    /** The chunk itself, verified. */
    public byte[] chunk(byte[] plain, int offset, int length, ChunkId id, ChunkIds ids) throws VaultException {
        verify(plain, offset, length, id, ids);
        return Arrays.copyOfRange(plain, offset, offset + length);
    }

    /** Every chunk of an opened group. */
    public static void verify(byte[] plain, PackDirectory.Group group, ChunkIds ids) throws VaultException {
        int offset = 0;
        for (int i = 0; i < group.chunks(); i++) {
            verify(plain, offset, group.chunkLengths()[i], group.chunk(i), ids);
            offset += group.chunkLengths()[i];
        }
    }

    public static void verify(byte[] plain, int offset, int length, ChunkId id, ChunkIds ids) throws VaultException {
        if (!ids.of(plain, offset, length).equals(id)) {
            throw new VaultException.Damaged(
                    "chunk " + id + " has other bytes than its id says: whoever signed its" + " pack put junk there");
        }
    }
}
