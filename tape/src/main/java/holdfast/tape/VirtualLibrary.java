package holdfast.tape;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A tape library in a folder: each cartridge is a file {@code BARCODE.tape} (SIMH magtape format), and
 * {@code library.conf} says which lies in which element. It is a full {@link Changer} with full {@link Drive}s.
 *
 * <p>An image that somebody put into the folder is found in a free slot at the next opening, as if it had come
 * through the door; one that somebody took away leaves its slot empty. One program has it open at a time.
 */
public final class VirtualLibrary implements Changer, Closeable {
    static final int FIRST_DRIVE = 1;
    static final int FIRST_SLOT = 1001;
    private static final String SUFFIX = ".tape";

    private final Path folder;
    private final LibraryState state;
    private final FileChannel lock;
    private final List<VirtualDrive> drives = new ArrayList<>();

    private VirtualLibrary(Path folder, LibraryState state, FileChannel lock) throws IOException {
        this.folder = folder;
        this.state = state;
        this.lock = lock;
        for (int i = 0; i < state.drives(); i++) {
            drives.add(new VirtualDrive("VD" + (FIRST_DRIVE + i)));
        }
        takeStock();
        for (int address : List.copyOf(state.places().keySet())) {
            if (isDrive(address)) {
                load(address);
            }
        }
    }

    /**
     * Opens the library in a folder, or makes one.
     *
     * @param slots storage elements, if it is made
     * @param drives drives, if it is made
     * @param capacity native capacity of a cartridge in bytes, if it is made
     * @throws IOException if another program has it open, or its {@code library.conf} is damaged
     */
    public static VirtualLibrary open(Path folder, int slots, int drives, long capacity) throws IOException {
        Files.createDirectories(folder);
        FileChannel lock = lock(folder);
        try {
            Path file = folder.resolve("library.conf");
            if (!Files.exists(file)) {
                LibraryState.empty(slots, drives, capacity).save(file);
            }
            return new VirtualLibrary(folder, LibraryState.load(file), lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel lock =
                FileChannel.open(folder.resolve("library.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // This very program has it open: said below.
        }
        lock.close();
        throw new IOException("the tape library in " + folder + " is in use by another program");
    }

    /** Puts a blank cartridge through the door into the first free slot. */
    public synchronized void insert(Barcode barcode) throws IOException {
        if (state.places().containsValue(barcode) || Files.exists(image(barcode))) {
            throw new TapeException(SenseKey.ILLEGAL_REQUEST, barcode + " is in the library already");
        }
        int slot = freeSlot(barcode);
        Files.createFile(image(barcode));
        state.places().put(slot, barcode);
        save();
    }

    /** Sets or frees the write-protect tab; it counts from the next loading on. */
    public synchronized void writeProtect(Barcode barcode, boolean set) throws IOException {
        if (set ? state.writeProtected().add(barcode) : state.writeProtected().remove(barcode)) {
            save();
        }
    }

    /** The image file of a cartridge, whether or not it exists. */
    public Path image(Barcode barcode) {
        return folder.resolve(barcode + SUFFIX);
    }

    @Override
    public synchronized List<Element> elements() {
        TreeMap<Integer, Element> all = new TreeMap<>();
        for (int i = 0; i < state.drives(); i++) {
            put(all, FIRST_DRIVE + i, ElementKind.DRIVE);
        }
        for (int i = 0; i < state.slots(); i++) {
            put(all, FIRST_SLOT + i, ElementKind.STORAGE);
        }
        return List.copyOf(all.values());
    }

    private void put(Map<Integer, Element> all, int address, ElementKind kind) {
        Optional<Barcode> cartridge = Optional.ofNullable(state.places().get(address));
        all.put(address, new Element(address, kind, cartridge));
    }

    @Override
    public synchronized void move(int from, int to) throws IOException {
        Barcode cartridge = state.places().get(from);
        if (cartridge == null) {
            throw new TapeException(SenseKey.ILLEGAL_REQUEST, "no cartridge lies at element " + from);
        }
        if (!isDrive(to) && !isSlot(to)) {
            throw new TapeException(SenseKey.ILLEGAL_REQUEST, "the library has no element " + to);
        }
        if (state.places().containsKey(to)) {
            throw new TapeException(SenseKey.ILLEGAL_REQUEST, "a cartridge lies at element " + to + " already");
        }
        if (isDrive(from)) {
            virtualDrive(from).close();
        }
        state.places().remove(from);
        state.places().put(to, cartridge);
        save();
        if (isDrive(to)) {
            load(to);
        }
    }

    @Override
    public Drive drive(int address) throws IOException {
        if (!isDrive(address)) {
            throw new TapeException(SenseKey.ILLEGAL_REQUEST, "no drive stands at element " + address);
        }
        return virtualDrive(address);
    }

    @Override
    public synchronized void close() throws IOException {
        for (VirtualDrive drive : drives) {
            drive.close();
        }
        lock.close();
    }

    private void load(int address) throws IOException {
        Barcode cartridge = Optional.ofNullable(state.places().get(address)).orElseThrow(NoSuchElementException::new);
        virtualDrive(address)
                .load(image(cartridge), state.capacity(), state.writeProtected().contains(cartridge));
    }

    private void takeStock() throws IOException {
        boolean changed = state.places().values().removeIf(barcode -> !Files.exists(image(barcode)));
        List<Barcode> images;
        try (Stream<Path> files = Files.list(folder)) {
            images = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[A-Z0-9]{4,16}\\.tape"))
                    .map(name -> new Barcode(name.substring(0, name.length() - SUFFIX.length())))
                    .sorted()
                    .toList();
        }
        for (Barcode barcode : images) {
            if (!state.places().containsValue(barcode)) {
                state.places().put(freeSlot(barcode), barcode);
                changed = true;
            }
        }
        if (changed) {
            save();
        }
    }

    private int freeSlot(Barcode barcode) throws TapeException {
        for (int address = FIRST_SLOT; isSlot(address); address++) {
            if (!state.places().containsKey(address)) {
                return address;
            }
        }
        throw new TapeException(SenseKey.ILLEGAL_REQUEST, "the library has no free slot for " + barcode);
    }

    private void save() throws IOException {
        state.save(folder.resolve("library.conf"));
    }

    private boolean isDrive(int address) {
        return address >= FIRST_DRIVE && address < FIRST_DRIVE + state.drives();
    }

    private boolean isSlot(int address) {
        return address >= FIRST_SLOT && address < FIRST_SLOT + state.slots();
    }

    private VirtualDrive virtualDrive(int address) {
        return drives.get(address - FIRST_DRIVE);
    }
}
