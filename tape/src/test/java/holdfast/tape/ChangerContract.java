package holdfast.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every changer promises; run by each implementation, virtual or real. */
public abstract class ChangerContract {
    /** A changer with a free drive, a free slot, and a cartridge in at least one slot. */
    protected abstract Changer changer() throws IOException;

    @Test
    void aCartridgeMovesToADriveAndBack() throws IOException {
        Changer changer = changer();
        Element slot = occupiedSlot(changer);
        Element drive = free(changer, ElementKind.DRIVE);
        assertThat(changer.drive(drive.address()).loaded()).isFalse();
        changer.move(slot.address(), drive.address());
        assertThat(at(changer, drive.address()).cartridge()).isEqualTo(slot.cartridge());
        assertThat(at(changer, slot.address()).cartridge()).isEmpty();
        assertThat(changer.drive(drive.address()).loaded()).isTrue();
        changer.move(drive.address(), slot.address());
        assertThat(at(changer, slot.address())).isEqualTo(slot);
        assertThat(changer.drive(drive.address()).loaded()).isFalse();
    }

    @Test
    void anEmptyDriveIsNotReady() throws IOException {
        Changer changer = changer();
        Drive drive = changer.drive(free(changer, ElementKind.DRIVE).address());
        DriveContract.assertSense(SenseKey.NOT_READY, drive::rewind);
        DriveContract.assertSense(SenseKey.NOT_READY, () -> drive.read(new byte[10]));
        DriveContract.assertSense(SenseKey.NOT_READY, () -> drive.write(new byte[10], 10));
    }

    @Test
    void aMoveThatMakesNoSenseMovesNothing() throws IOException {
        Changer changer = changer();
        Element slot = occupiedSlot(changer);
        Element empty = free(changer, ElementKind.STORAGE);
        List<Element> before = changer.elements();
        DriveContract.assertSense(SenseKey.ILLEGAL_REQUEST, () -> changer.move(empty.address(), slot.address()));
        DriveContract.assertSense(SenseKey.ILLEGAL_REQUEST, () -> changer.move(slot.address(), slot.address()));
        DriveContract.assertSense(SenseKey.ILLEGAL_REQUEST, () -> changer.move(slot.address(), 65_000));
        assertThat(changer.elements()).isEqualTo(before);
    }

    private static Element occupiedSlot(Changer changer) throws IOException {
        return changer.elements().stream()
                .filter(e -> e.kind() == ElementKind.STORAGE && e.cartridge().isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static Element free(Changer changer, ElementKind kind) throws IOException {
        return changer.elements().stream()
                .filter(e -> e.kind() == kind && e.cartridge().equals(Optional.empty()))
                .findFirst()
                .orElseThrow();
    }

    private static Element at(Changer changer, int address) throws IOException {
        return changer.elements().stream()
                .filter(e -> e.address() == address)
                .findFirst()
                .orElseThrow();
    }
}
