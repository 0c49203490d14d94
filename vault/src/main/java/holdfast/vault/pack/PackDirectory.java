package holdfast.vault.pack;

import holdfast.vault.codec.Decoder;
import holdfast.vault.codec.Encoder;
import holdfast.vault.codec.MalformedException;
import holdfast.vault.key.ObjectKind;
import holdfast.vault.model.ChunkId;
import holdfast.vault.model.GroupId;
import java.util.ArrayList;
import java.util.List;

/**
 * What lies where in a pack: the sessions of its groups, the groups in their order, the chunks in theirs. The same
 * bytes lie at the end of the pack and in an index part.
 */
public record PackDirectory(List<SessionWrap> sessions, List<Group> groups) {
    private static final int MOST_GROUP_BYTES = 64 << 20;

    /**
     * A group in a pack.
     *
     * @param offset of the sealed bytes in the pack
     * @param chunkIds 32 bytes each, one behind another
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Group(
            GroupId id, long offset, int sealedLength, int plainLength, byte[] chunkIds, int[] chunkLengths) {
        public int chunks() {
            return chunkLengths.length;
        }

        public ChunkId chunk(int i) {
            return ChunkId.at(chunkIds, i * ChunkId.BYTES);
        }
    }

    public void encode(Encoder out) {
        out.varint(sessions.size());
        sessions.forEach(session -> session.encode(out));
        out.varint(groups.size());
        for (Group group : groups) {
            out.varint(sessionOf(group.id())).u32(group.id().number());
            out.varint(group.sealedLength()).varint(group.plainLength()).varint(group.chunks());
            out.raw(group.chunkIds());
            for (int length : group.chunkLengths()) {
                out.varint(length);
            }
        }
    }

    private int sessionOf(GroupId group) {
        for (int i = 0; i < sessions.size(); i++) {
            if (sessions.get(i).isOf(group)) {
                return i;
            }
        }
        throw new IllegalArgumentException("a group without its session");
    }

    /** Checks that the lengths of the chunks add up to the group's. */
    public static PackDirectory decode(Decoder in) throws MalformedException {
        int sessionCount = in.count(SessionWrap.BYTES);
        List<SessionWrap> sessions = new ArrayList<>(sessionCount);
        for (int i = 0; i < sessionCount; i++) {
            sessions.add(SessionWrap.decode(in));
        }
        int groupCount = in.count(8);
        List<Group> groups = new ArrayList<>(groupCount);
        long offset = ObjectKind.HEADER_BYTES + 1L;
        for (int i = 0; i < groupCount; i++) {
            Group group = decodeGroup(in, sessions, offset);
            groups.add(group);
            offset += group.sealedLength();
        }
        return new PackDirectory(sessions, groups);
    }

    private static Group decodeGroup(Decoder in, List<SessionWrap> sessions, long offset) throws MalformedException {
        int session = in.number(sessions.size() - 1);
        GroupId id =
                new GroupId(sessions.get(session).high(), sessions.get(session).low(), in.u32());
        int sealedLength = in.number(MOST_GROUP_BYTES);
        int plainLength = in.number(MOST_GROUP_BYTES);
        int chunks = in.count(ChunkId.BYTES + 1);
        byte[] ids = in.raw(chunks * ChunkId.BYTES);
        int[] lengths = new int[chunks];
        int sum = 0;
        for (int i = 0; i < chunks; i++) {
            lengths[i] = in.number(plainLength - sum);
            sum += lengths[i];
        }
        if (sum != plainLength) {
            throw new MalformedException("the chunks of a group are shorter than the group");
        }
        return new Group(id, offset, sealedLength, plainLength, ids, lengths);
    }

    /** How many chunks its groups hold together. */
    public int chunks() {
        return groups.stream().mapToInt(Group::chunks).sum();
    }

    /** Where the directory of the pack begins. */
    long groupsEnd() {
        if (groups.isEmpty()) {
            return ObjectKind.HEADER_BYTES + 1L;
        }
        Group last = groups.getLast();
        return last.offset() + last.sealedLength();
    }
}
