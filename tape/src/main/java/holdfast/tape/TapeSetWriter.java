package holdfast.tape;

import holdfast.crypto.KeyUse;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Writes a tape set, one cartridge after the other. One thread at a time. */
public final class TapeSetWriter {
    private final Mounts mounts;
    private final InstantSource clock;
    private final SecureRandom random;
    private final int blockSize;

    public TapeSetWriter(Mounts mounts, InstantSource clock, SecureRandom random) {
        this(mounts, clock, random, CartridgeHeader.DEFAULT_BLOCK);
    }

    /** With blocks of another size. */
    public TapeSetWriter(Mounts mounts, InstantSource clock, SecureRandom random, int blockSize) {
        this.mounts = mounts;
        this.clock = clock;
        this.random = random;
        this.blockSize = blockSize;
    }

    /** Where the objects' bytes come from. */
    @FunctionalInterface
    public interface Source {
        InputStream open(TapeObject object) throws IOException;
    }

    /** Lends each cartridge's key. */
    @FunctionalInterface
    public interface Keys {
        <R> R use(Barcode cartridge, KeyUse<R, IOException> use) throws IOException;
    }

    /** Hears of each object written. */
    @FunctionalInterface
    public interface Listener {
        void written(Barcode cartridge, TapeObject object);
    }

    /** A cartridge with all that was planned for it, in order. */
    public record Written(Barcode cartridge, CartridgeHeader header, List<CatalogueEntry> contents) {
        public Written {
            contents = List.copyOf(contents);
        }
    }

    /**
     * Writes the set as planned.
     *
     * @param owner and {@code ifFound} for the labels
     * @throws TapeException {@link SenseKey#VOLUME_OVERFLOW} if a share does not fit its cartridge; cartridges
     *     before it are whole, the set is not
     */
    public List<Written> write(
            TapeSetPlan plan, String owner, String ifFound, Source source, Keys keys, Listener listener)
            throws IOException {
        List<Written> written = new ArrayList<>();
        int of = plan.contents().size();
        for (Barcode barcode : plan.contents().keySet()) {
            CartridgeHeader header =
                    new CartridgeHeader(barcode, plan.set(), written.size() + 1, of, clock.instant(), blockSize);
            CartridgeLabel label = new CartridgeLabel(barcode, owner, ifFound);
            List<TapeObject> share = plan.contents().getOrDefault(barcode, List.of());
            List<CatalogueEntry> contents = mounts.with(
                    barcode,
                    drive -> keys.use(barcode, key -> {
                        CartridgeWriter writer = CartridgeWriter.begin(drive, label, header, key, random);
                        return fill(writer, barcode, share, source, listener);
                    }));
            written.add(new Written(barcode, header, contents));
        }
        return written;
    }

    private static List<CatalogueEntry> fill(
            CartridgeWriter writer, Barcode barcode, List<TapeObject> share, Source source, Listener listener)
            throws IOException {
        for (TapeObject object : share) {
            try (InputStream content = source.open(object)) {
                writer.put(object.name(), object.size(), content);
            }
            listener.written(barcode, object);
        }
        return writer.finish();
    }
}
