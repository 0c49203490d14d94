package holdfast.vault;

/** A group on its way into a pack. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record SealedGroup(GroupId id, byte[] sealed, int plainLength, byte[] chunkIds, int[] chunkLengths) {}
