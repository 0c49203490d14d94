package holdfast.vault.pack;

import holdfast.vault.model.GroupId;

/** A group on its way into a pack. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record SealedGroup(GroupId id, byte[] sealed, int plainLength, byte[] chunkIds, int[] chunkLengths) {}
