package holdfast.tape;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/**
 * Brings cartridges to a drive and back: the one place that moves media. One caller at a time has a drive; others
 * wait. Safe for use by many threads.
 */
public final class Mounts {
    private final Changer changer;

    public Mounts(Changer changer) {
        this.changer = changer;
    }

    /** What is done with a cartridge while it is in a drive. */
    @FunctionalInterface
    public interface DriveUse<R> {
        R with(Drive drive) throws IOException;
    }

    /** The cartridges in the library, by barcode. */
    public synchronized List<Barcode> cartridges() throws IOException {
        return changer.elements().stream()
                .flatMap(element -> element.cartridge().stream())
                .sorted()
                .toList();
    }

    /**
     * Loads the cartridge, lends the drive rewound, and puts the cartridge back where it was, whatever happened.
     *
     * @throws TapeException {@link SenseKey#NOT_READY} if the cartridge is not in the library, or no drive is free
     */
    public synchronized <R> R with(Barcode cartridge, DriveUse<R> use) throws IOException {
        Element home = holding(cartridge);
        boolean inDrive = home.kind() == ElementKind.DRIVE;
        int drive = inDrive ? home.address() : freeDrive();
        if (!inDrive) {
            changer.move(home.address(), drive);
        }
        try {
            Drive loaded = changer.drive(drive);
            loaded.rewind();
            return use.with(loaded);
        } finally {
            if (!inDrive) {
                changer.move(drive, home.address());
            }
        }
    }

    private Element holding(Barcode cartridge) throws IOException {
        return changer.elements().stream()
                .filter(element -> element.cartridge().filter(cartridge::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new TapeException(
                        SenseKey.NOT_READY, cartridge + " is not in the library: put it in, then try again"));
    }

    private int freeDrive() throws IOException {
        return changer.elements().stream()
                .filter(element -> element.kind() == ElementKind.DRIVE)
                .filter(element -> element.cartridge().isEmpty())
                .min(Comparator.comparingInt(Element::address))
                .orElseThrow(() -> new TapeException(SenseKey.NOT_READY, "every drive of the library is occupied"))
                .address();
    }
}
