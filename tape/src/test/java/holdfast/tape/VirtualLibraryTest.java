package holdfast.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VirtualLibraryTest extends ChangerContract {
    private static final Barcode ONE = new Barcode("HF0001L9");
    private static final Barcode TWO = new Barcode("HF0002L9");

    @TempDir
    Path folder;

    private final List<VirtualLibrary> open = new ArrayList<>();

    @Override
    protected Changer changer() throws IOException {
        VirtualLibrary library = open();
        library.insert(ONE);
        return library;
    }

    @AfterEach
    void close() throws IOException {
        for (VirtualLibrary library : open) {
            library.close();
        }
        open.clear();
    }

    @Test
    void whereEveryCartridgeLiesIsRememberedEvenInADrive() throws IOException {
        VirtualLibrary library = open();
        library.insert(ONE);
        library.insert(TWO);
        library.move(VirtualLibrary.FIRST_SLOT + 1, VirtualLibrary.FIRST_DRIVE);
        List<Element> before = library.elements();
        close();
        assertThat(open().elements()).isEqualTo(before);
        assertThat(open.getFirst().drive(VirtualLibrary.FIRST_DRIVE).loaded()).isTrue();
    }

    @Test
    void anImageCarriedAwayLeavesItsSlotEmptyAndOneBroughtIsFound() throws IOException {
        open().insert(ONE);
        close();
        Files.move(folder.resolve(ONE + ".tape"), folder.resolve(TWO + ".tape"));
        assertThat(new Mounts(open()).cartridges()).containsExactly(TWO);
    }

    @Test
    void twoProgramsCannotHaveItOpen() throws IOException {
        open();
        assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("in use");
    }

    @Test
    void aFullLibraryTakesNoMore() throws IOException {
        VirtualLibrary library = open();
        for (int i = 0; i < 4; i++) {
            library.insert(new Barcode("HF000" + i + "L9"));
        }
        DriveContract.assertSense(SenseKey.ILLEGAL_REQUEST, () -> library.insert(new Barcode("HF0009L9")));
        assertThat(folder.resolve("HF0009L9.tape")).doesNotExist();
    }

    @Test
    void aMountPutsTheCartridgeBackWhateverHappens() throws IOException {
        VirtualLibrary library = open();
        library.insert(ONE);
        List<Element> before = library.elements();
        Mounts mounts = new Mounts(library);
        assertThatThrownBy(() -> mounts.with(ONE, _ -> {
                    throw new IOException("the drive fell silent");
                }))
                .hasMessage("the drive fell silent");
        assertThat(library.elements()).isEqualTo(before);
        DriveContract.assertSense(SenseKey.NOT_READY, () -> mounts.with(TWO, _ -> true));
    }

    private VirtualLibrary open() throws IOException {
        VirtualLibrary library = VirtualLibrary.open(folder, 4, 2, 1 << 20);
        open.add(library);
        return library;
    }
}
