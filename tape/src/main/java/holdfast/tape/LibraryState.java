package holdfast.tape;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The file {@code library.conf} of a virtual library: how many slots and drives, how large a cartridge, which
 * lies where. Lines of words, the first of them the format.
 *
 * @param places barcode by element address
 * @param writeProtected cartridges whose tab is set
 */
record LibraryState(int slots, int drives, long capacity, Map<Integer, Barcode> places, Set<Barcode> writeProtected) {
    private static final String MAGIC = "holdfast-library 1";

    static LibraryState empty(int slots, int drives, long capacity) {
        return new LibraryState(slots, drives, capacity, new TreeMap<>(), new TreeSet<>());
    }

    static LibraryState load(Path file) throws IOException {
        int[] sizes = new int[2];
        long capacity = 0;
        Map<Integer, Barcode> places = new TreeMap<>();
        Set<Barcode> writeProtected = new TreeSet<>();
        boolean known = false;
        for (String line : Files.readAllLines(file, UTF_8)) {
            String[] words = line.split(" ", -1);
            try {
                switch (words[0]) {
                    case "holdfast-library" -> known = line.equals(MAGIC);
                    case "slots" -> sizes[0] = Integer.parseInt(words[1]);
                    case "drives" -> sizes[1] = Integer.parseInt(words[1]);
                    case "capacity" -> capacity = Long.parseLong(words[1]);
                    case "at" -> places.put(Integer.parseInt(words[1]), new Barcode(words[2]));
                    case "protected" -> writeProtected.add(new Barcode(words[1]));
                    default -> throw new IllegalArgumentException("unknown");
                }
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new IOException(file + " has a line that makes no sense: '" + line + "'", e);
            }
        }
        if (!known) {
            throw new IOException(file + " is not in the format '" + MAGIC + "'");
        }
        return new LibraryState(sizes[0], sizes[1], capacity, places, writeProtected);
    }

    /** Replaces the file whole. */
    void save(Path file) throws IOException {
        StringBuilder text = new StringBuilder(MAGIC).append('\n');
        text.append("slots ").append(slots).append('\n');
        text.append("drives ").append(drives).append('\n');
        text.append("capacity ").append(capacity).append('\n');
        places.forEach((address, barcode) ->
                text.append("at ").append(address).append(' ').append(barcode).append('\n'));
        writeProtected.forEach(
                barcode -> text.append("protected ").append(barcode).append('\n'));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text, UTF_8);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
