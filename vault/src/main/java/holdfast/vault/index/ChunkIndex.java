package holdfast.vault.index;

import holdfast.crypto.VerifyingKey;
import holdfast.vault.model.ChunkId;
import holdfast.vault.model.GroupId;
import holdfast.vault.model.PackId;
import holdfast.vault.model.VaultException;
import holdfast.vault.pack.IndexPart;
import holdfast.vault.pack.PackDirectory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where every chunk lies: an open-addressing table over flat arrays, about fifty bytes a chunk. Filled by one
 * thread, then read by any.
 */
public final class ChunkIndex {
    private final Map<PackId, List<Told>> packs = new LinkedHashMap<>();
    private final List<GroupPlace> groups = new ArrayList<>();
    private long[] ids = new long[4 << 10];
    private int[] groupOf = new int[1 << 10];
    private int[] offsets = new int[1 << 10];
    private int[] lengths = new int[1 << 10];
    private int[] table = new int[1 << 11];
    private boolean[] claimed = new boolean[16];
    private int size;

    /** A pack as somebody tells of it. */
    private record Told(VerifyingKey author, IndexPart.Pack pack) {}

    /** A group and the pack that it lies in. */
    public record GroupPlace(IndexPart.Pack pack, PackDirectory.Group group) {}

    /**
     * A chunk's place.
     *
     * @param offset in the plain group
     */
    public record Place(GroupPlace group, int offset, int length) {}

    /**
     * A pack that the same author told of already is passed over, and so is a chunk that lies in an earlier pack. What
     * another author tells of it is kept beside: nobody can hide a pack by telling lies about it first.
     */
    public void add(VerifyingKey author, IndexPart.Pack pack) {
        List<Told> told = packs.computeIfAbsent(pack.id(), id -> new ArrayList<>(1));
        if (told.stream().anyMatch(one -> one.author().equals(author))) {
            return;
        }
        told.add(new Told(author, pack));
        if (groups.size() + pack.directory().groups().size() > claimed.length) {
            claimed = Arrays.copyOf(
                    claimed, 2 * (groups.size() + pack.directory().groups().size()));
        }
        for (PackDirectory.Group group : pack.directory().groups()) {
            int groupNumber = groups.size();
            groups.add(new GroupPlace(pack, group));
            int offset = 0;
            for (int i = 0; i < group.chunks(); i++) {
                insert(group.chunk(i), groupNumber, offset, group.chunkLengths()[i]);
                offset += group.chunkLengths()[i];
            }
        }
    }

    private void insert(ChunkId id, int group, int offset, int length) {
        if (2 * (size + 1) > table.length) {
            grow();
        }
        int slot = slotOf(id);
        if (table[slot] != 0) {
            return;
        }
        ids[4 * size] = id.a();
        ids[4 * size + 1] = id.b();
        ids[4 * size + 2] = id.c();
        ids[4 * size + 3] = id.d();
        groupOf[size] = group;
        offsets[size] = offset;
        lengths[size] = length;
        table[slot] = ++size;
    }

    /** The slot that holds the id, or the free one where it belongs. Entries are numbered from 1. */
    private int slotOf(ChunkId id) {
        int mask = table.length - 1;
        int slot = (int) id.b() & mask;
        while (table[slot] != 0 && !isAt(table[slot] - 1, id)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean isAt(int entry, ChunkId id) {
        return ids[4 * entry] == id.a()
                && ids[4 * entry + 1] == id.b()
                && ids[4 * entry + 2] == id.c()
                && ids[4 * entry + 3] == id.d();
    }

    private void grow() {
        int capacity = table.length;
        ids = Arrays.copyOf(ids, 4 * capacity);
        groupOf = Arrays.copyOf(groupOf, capacity);
        offsets = Arrays.copyOf(offsets, capacity);
        lengths = Arrays.copyOf(lengths, capacity);
        table = new int[2 * capacity];
        int mask = table.length - 1;
        for (int entry = 0; entry < size; entry++) {
            int slot = (int) ids[4 * entry + 1] & mask;
            while (table[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = entry + 1;
        }
    }

    public boolean contains(ChunkId id) {
        return table[slotOf(id)] != 0;
    }

    /**
     * As {@link #contains}; a group that has the chunk is remembered as one that somebody now relies on. By any thread:
     * a claim is only ever added.
     */
    public boolean claim(ChunkId id) {
        int entry = table[slotOf(id)] - 1;
        if (entry < 0) {
            return false;
        }
        claimed[groupOf[entry]] = true;
        return true;
    }

    /** The groups of which a chunk was claimed; after the threads that claim have ended. */
    public List<GroupPlace> claimed() {
        List<GroupPlace> all = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            if (claimed[i]) {
                all.add(groups.get(i));
            }
        }
        return all;
    }

    /** Every group that is known, by its id. */
    public Set<GroupId> groupIds() {
        return groups.stream().map(place -> place.group().id()).collect(Collectors.toSet());
    }

    public Optional<Place> find(ChunkId id) {
        int entry = table[slotOf(id)] - 1;
        if (entry < 0) {
            return Optional.empty();
        }
        return Optional.of(new Place(groups.get(groupOf[entry]), offsets[entry], lengths[entry]));
    }

    /** @throws VaultException.Damaged if no index part knows the chunk */
    public Place demand(ChunkId id) throws VaultException {
        return find(id).orElseThrow(() -> new VaultException.Damaged(
                "chunk " + id + " is in no pack that the index knows; run 'holdfast check'"));
    }

    int size() {
        return size;
    }

    /** Every pack; one of which two authors tell differently is there for each. */
    public Collection<IndexPart.Pack> packs() {
        return packs.values().stream()
                .flatMap(told -> told.stream().map(Told::pack))
                .toList();
    }

    /** What is in a pack by the word of any author; nothing if nobody tells of it. */
    public Set<ChunkId> chunksIn(PackId pack) {
        return packs.getOrDefault(pack, List.of()).stream()
                .flatMap(told -> told.pack().directory().groups().stream())
                .flatMap(group -> IntStream.range(0, group.chunks()).mapToObj(group::chunk))
                .collect(Collectors.toSet());
    }
}
