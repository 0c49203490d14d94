package holdfast.tape;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A drive whose cartridges are image files in the SIMH magtape format. Behaves as {@link Drive} demands. */
public final class VirtualDrive implements Drive, Closeable {
    /** From here to the end of the medium, writes succeed and warn. */
    static final long EARLY_WARNING_PERCENT = 2;

    private static final int MAX_BLOCK = 4 * 1024 * 1024;

    private final String serial;
    private @Nullable ImageFile image;
    private boolean writeProtected;
    private long capacity;
    private int next;

    /** An empty drive. */
    public VirtualDrive(String serial) {
        this.serial = serial;
    }

    /** A drive with a write-protected cartridge in it: an image file, looked at outside any library. */
    public static VirtualDrive reading(Path image) throws IOException {
        VirtualDrive drive = new VirtualDrive("image");
        drive.load(image, Files.size(image), true);
        return drive;
    }

    /**
     * Loads an image.
     *
     * @param capacity native capacity in bytes of blocks
     */
    void load(Path file, long capacity, boolean writeProtected) throws IOException {
        close();
        this.image = new ImageFile(file, !writeProtected);
        this.capacity = capacity;
        this.writeProtected = writeProtected;
        this.next = 0;
    }

    /** Unloads whatever is loaded. */
    @Override
    public void close() throws IOException {
        if (image != null) {
            image.close();
            image = null;
        }
    }

    @Override
    public DriveInfo info() {
        return new DriveInfo("HOLDFAST", "VIRTUAL DRIVE", serial, MAX_BLOCK);
    }

    @Override
    public boolean loaded() {
        return image != null;
    }

    @Override
    public ReadResult read(byte[] buffer) throws IOException {
        ImageFile tape = ready();
        if (next == tape.records()) {
            if (tape.hasRemains()) {
                throw new TapeException(
                        SenseKey.MEDIUM_ERROR, "block " + next + " was cut short or its framing changed");
            }
            return new ReadResult.EndOfData();
        }
        return switch (tape.kind(next)) {
            case MARK -> {
                next++;
                yield new ReadResult.Filemark();
            }
            case BLOCK -> new ReadResult.Block(tape.read(next++, buffer));
            case DAMAGED ->
                throw new TapeException(SenseKey.MEDIUM_ERROR, "the framing of block " + next + " was changed");
        };
    }

    @Override
    public boolean write(byte[] block, int length) throws IOException {
        ImageFile tape = writable();
        if (length < 1 || length > MAX_BLOCK) {
            throw new TapeException(SenseKey.ILLEGAL_REQUEST, "a block has 1 to " + MAX_BLOCK + " bytes");
        }
        if (tape.start(next) + length > capacity) {
            throw new TapeException(SenseKey.VOLUME_OVERFLOW, "end of medium at block " + next);
        }
        tape.writeBlock(next, block, length);
        next++;
        return nearlyFull(tape);
    }

    @Override
    public boolean writeFilemarks(int count) throws IOException {
        ImageFile tape = writable();
        for (int i = 0; i < count; i++) {
            tape.writeMark(next);
            next++;
        }
        tape.force();
        return nearlyFull(tape);
    }

    private boolean nearlyFull(ImageFile tape) {
        return capacity - tape.start(next) <= capacity / 100 * EARLY_WARNING_PERCENT;
    }

    @Override
    public void rewind() throws IOException {
        ready();
        next = 0;
    }

    @Override
    public void locate(long block) throws IOException {
        ImageFile tape = ready();
        if (block < 0) {
            throw new TapeException(SenseKey.ILLEGAL_REQUEST, "no block has the number " + block);
        }
        next = (int) Math.min(block, tape.records());
        if (block > tape.records()) {
            throw new TapeException(
                    SenseKey.BLANK_CHECK, "block " + block + " lies behind the end of data at " + tape.records());
        }
    }

    @Override
    public void spaceToEndOfData() throws IOException {
        next = ready().records();
    }

    @Override
    public TapePosition position() throws IOException {
        ImageFile tape = ready();
        return new TapePosition(next, tape.marksBefore(next), OptionalLong.of(tape.start(next)));
    }

    @Override
    public Capacity capacity() throws IOException {
        ImageFile tape = ready();
        return new Capacity(capacity, Math.max(0, capacity - tape.start(tape.records())));
    }

    private ImageFile ready() throws TapeException {
        if (image == null) {
            throw new TapeException(SenseKey.NOT_READY, "no cartridge is loaded");
        }
        return image;
    }

    private ImageFile writable() throws TapeException {
        ImageFile tape = ready();
        if (writeProtected) {
            throw new TapeException(SenseKey.DATA_PROTECT, "the cartridge is write-protected");
        }
        return tape;
    }
}
