package holdfast.tape;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirtualDriveTest extends DriveContract {
    private static final Barcode CARTRIDGE = new Barcode("HF0001L9");

    @TempDir
    Path folder;

    private @org.jspecify.annotations.Nullable VirtualLibrary library;

    @Override
    protected Drive blank() throws IOException {
        VirtualLibrary made = VirtualLibrary.open(folder, 4, 1, 8 * 1024 * 1024);
        library = made;
        made.insert(CARTRIDGE);
        made.move(VirtualLibrary.FIRST_SLOT, VirtualLibrary.FIRST_DRIVE);
        return made.drive(VirtualLibrary.FIRST_DRIVE);
    }

    @Override
    protected Drive reloaded() throws IOException {
        close();
        VirtualLibrary again = VirtualLibrary.open(folder, 4, 1, 8 * 1024 * 1024);
        library = again;
        return again.drive(VirtualLibrary.FIRST_DRIVE);
    }

    @AfterEach
    void close() throws IOException {
        if (library != null) {
            library.close();
        }
    }

    @Test
    void aWriteProtectedCartridgeIsNotWritten() throws IOException {
        blank().write(new byte[100], 100);
        close();
        VirtualDrive drive = VirtualDrive.reading(folder.resolve(CARTRIDGE + ".tape"));
        assertSense(SenseKey.DATA_PROTECT, () -> drive.write(new byte[100], 100));
        assertSense(SenseKey.DATA_PROTECT, () -> drive.writeFilemarks(1));
        drive.close();
    }
}
