package holdfast.server.drill;

import holdfast.server.drill.recount.LostMedium;
import holdfast.server.drill.recount.TapeMedium;
import holdfast.server.keys.CartridgeKeys;
import holdfast.tape.Barcode;
import holdfast.tape.Mounts;
import holdfast.tape.VirtualLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Copies of the lost cartridges in a library of their own: the lost ones themselves are gone. */
final class LostCopies implements AutoCloseable {
    private static final long CAPACITY = Long.MAX_VALUE >> 20;

    private final Path folder;
    private final VirtualLibrary library;
    private final Mounts mounts;
    private final CartridgeKeys keys;

    private LostCopies(Path folder, VirtualLibrary library, CartridgeKeys keys) {
        this.folder = folder;
        this.library = library;
        this.mounts = new Mounts(library);
        this.keys = keys;
    }

    static LostCopies of(Path cartridges, List<Barcode> lost, Path scratch, CartridgeKeys keys) throws IOException {
        Files.createDirectories(scratch);
        for (Barcode barcode : lost) {
            String image = barcode + ".tape";
            Files.copy(cartridges.resolve(image), scratch.resolve(image));
        }
        return new LostCopies(scratch, VirtualLibrary.open(scratch, lost.size(), 1, CAPACITY), keys);
    }

    /** A cartridge to be read with its key, each use of which is recorded. */
    LostMedium medium(Barcode barcode) {
        return new LostMedium() {
            @Override
            public String name() {
                return barcode.value();
            }

            @Override
            public void objects(Sink sink) throws IOException {
                mounts.<Object>with(
                        barcode,
                        drive -> keys.<Object, IOException>use(
                                barcode, "brute-force count after the loss", Office.KEY_HOLDER_1, key -> {
                                    new TapeMedium(barcode.value(), drive, key).objects(sink);
                                    return barcode;
                                }));
            }
        };
    }

    @Override
    public void close() throws IOException {
        library.close();
        Folders.deleteAll(folder);
    }
}
