package holdfast.tape;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** One pass over a cartridge: frame by frame, going on behind damage by means of sizes and the catalogue. */
final class CartridgeScanner {
    private final CartridgeReader reader;
    private final Drive drive;
    private final PlainStream stream;
    private final ObjectSink sink;
    private final byte[] buffer;
    private final List<CatalogueEntry> whole = new ArrayList<>();
    private final Set<String> damaged = new LinkedHashSet<>();
    private final List<Damage> damages = new ArrayList<>();
    private long bytes;
    private boolean ended;

    CartridgeScanner(CartridgeReader reader, Drive drive, PlainStream stream, ObjectSink sink) {
        this.reader = reader;
        this.drive = drive;
        this.stream = stream;
        this.sink = sink;
        this.buffer = new byte[stream.capacity()];
    }

    CartridgeScan run() throws IOException {
        stream.seek(0);
        while (!ended) {
            long frame = stream.position();
            try {
                frame(frame);
            } catch (PlainStream.Damaged e) {
                noteOnce(e.damage);
                ended = e.end || !resumeBehind(frame);
            }
        }
        return new CartridgeScan(whole, List.copyOf(damaged), damages, bytes);
    }

    void note(Damage damage) {
        damages.add(damage);
    }

    /** A block can be met again when the next frame begins in it. */
    private void noteOnce(Damage damage) {
        if (damages.isEmpty() || damages.getLast().block() != damage.block()) {
            damages.add(damage);
        }
    }

    private void frame(long start) throws IOException {
        byte type = stream.parse(1).readByte();
        switch (type) {
            case StreamFormat.OBJECT -> object(start);
            case StreamFormat.CATALOGUE -> end(start);
            default -> throw stream.damaged(start / stream.capacity(), "a frame of an unknown kind: " + type, true);
        }
    }

    private void object(long start) throws IOException {
        String name = StreamFormat.readName(reader.nameBytes());
        long size = stream.parse(8).readLong();
        long end = stream.position() + size;
        boolean good;
        try (OutputStream out = sink.begin(name, size)) {
            good = copy(out, end);
        }
        sink.end(name, good);
        if (good) {
            whole.add(new CatalogueEntry(name, size, start));
            bytes += size;
        } else {
            damaged.add(name);
        }
        stream.seek(end);
    }

    /** Reads on behind a damaged block, so that every one is found; but nothing more is given out. */
    private boolean copy(OutputStream out, long end) throws IOException {
        boolean good = true;
        while (stream.position() < end && !ended) {
            try {
                int read = stream.read(buffer, (int) Math.min(buffer.length, end - stream.position()));
                if (good) {
                    out.write(buffer, 0, read);
                }
            } catch (PlainStream.Damaged e) {
                good = false;
                noteOnce(e.damage);
                ended = e.end;
            }
        }
        return good;
    }

    /** The head of a frame is damaged: the catalogue tells where the next one begins. */
    private boolean resumeBehind(long frame) throws IOException {
        long behind = stream.position();
        List<CatalogueEntry> catalogue;
        try {
            catalogue = reader.catalogue();
        } catch (CartridgeException e) {
            note(new Damage(
                    StreamFormat.FIRST_SEALED_BLOCK + behind / stream.capacity(),
                    OptionalLong.empty(),
                    "what lies from here on cannot be found: " + e.getMessage()));
            return false;
        }
        long next = Long.MAX_VALUE;
        for (CatalogueEntry entry : catalogue) {
            if (entry.offset() >= frame && entry.offset() < behind) {
                damaged.add(entry.name());
            } else if (entry.offset() >= behind) {
                next = Math.min(next, entry.offset());
            }
        }
        ended = next == Long.MAX_VALUE;
        stream.seek(next);
        return !ended;
    }

    private void end(long start) throws IOException {
        ended = true;
        List<CatalogueEntry> catalogue = reader.entries();
        long trailer = stream.parse(Long.BYTES).readLong();
        long lastBlock = (stream.position() - 1) / stream.capacity();
        if (damages.isEmpty() && (trailer != start || !catalogue.equals(whole))) {
            note(stream.damaged(lastBlock, "the catalogue does not agree with the objects", true).damage);
        }
        if (!stream.atEnd()) {
            note(stream.damaged(lastBlock, "the stream goes on behind its catalogue", true).damage);
        }
        checkEndMarks(StreamFormat.FIRST_SEALED_BLOCK + lastBlock + 1);
    }

    /** The filemark between label and header. */
    void checkFirstMark() throws IOException {
        meets(StreamFormat.LABEL_BLOCK + 1, ReadResult.Filemark.class, "the filemark behind the label is missing");
    }

    private void checkEndMarks(long at) throws IOException {
        for (int i = 0; i < StreamFormat.END_MARKS; i++) {
            if (!meets(at + i, ReadResult.Filemark.class, "a filemark is missing")) {
                return;
            }
        }
        meets(at + StreamFormat.END_MARKS, ReadResult.EndOfData.class, "something lies behind the end");
    }

    private boolean meets(long block, Class<? extends ReadResult> expected, String otherwise) throws IOException {
        OptionalLong offset = OptionalLong.empty();
        try {
            drive.locate(block);
            offset = drive.position().byteOffset();
            if (expected.isInstance(drive.read(new byte[drive.info().maxBlock()]))) {
                return true;
            }
            note(new Damage(block, offset, otherwise));
        } catch (TapeException e) {
            note(new Damage(block, offset, otherwise + ": " + e.getMessage()));
        }
        return false;
    }
}
