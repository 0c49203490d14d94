package holdfast.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every drive promises; run by each implementation, virtual or real. */
public abstract class DriveContract {
    /** A drive with a blank cartridge in it, rewound. Holds at least 1 MiB; an early warning before its end. */
    protected abstract Drive blank() throws IOException;

    /** The drive of {@link #blank} with its cartridge taken out and put in again. */
    protected abstract Drive reloaded() throws IOException;

    @Test
    void aBlankCartridgeHasNoData() throws IOException {
        Drive drive = blank();
        assertThat(drive.loaded()).isTrue();
        assertThat(drive.read(new byte[1024])).isEqualTo(new ReadResult.EndOfData());
        assertThat(drive.position().block()).isZero();
    }

    @Test
    void blocksOfAnyLengthComeBackAsTheyWereWritten() throws IOException {
        Drive drive = blank();
        int[] lengths = {1, 2, 3, 511, 512, 1024, 65_535};
        for (int length : lengths) {
            drive.write(block(length, length), length);
        }
        drive.writeFilemarks(1);
        drive = reloaded();
        for (int length : lengths) {
            assertBlock(drive, length, length);
        }
        assertThat(drive.read(new byte[10])).isEqualTo(new ReadResult.Filemark());
        assertThat(drive.read(new byte[10])).isEqualTo(new ReadResult.EndOfData());
    }

    @Test
    void blocksAndFilemarksAreCountedTogether() throws IOException {
        Drive drive = blank();
        drive.write(block(100, 1), 100);
        drive.writeFilemarks(2);
        drive.write(block(100, 2), 100);
        assertThat(drive.position().block()).isEqualTo(4);
        assertThat(drive.position().file()).isEqualTo(2);
        drive.locate(3);
        assertBlock(drive, 100, 2);
        drive.locate(1);
        assertThat(drive.read(new byte[10])).isEqualTo(new ReadResult.Filemark());
        drive.rewind();
        assertThat(drive.position().block()).isZero();
        drive.spaceToEndOfData();
        assertThat(drive.position().block()).isEqualTo(4);
    }

    @Test
    void theEndOfDataCanBeLocatedAndNothingBehindIt() throws IOException {
        Drive drive = blank();
        drive.write(block(100, 1), 100);
        drive.rewind();
        drive.locate(1);
        assertThat(drive.read(new byte[100])).isEqualTo(new ReadResult.EndOfData());
        assertSense(SenseKey.BLANK_CHECK, () -> drive.locate(3));
    }

    @Test
    void whatIsWrittenMakesEverythingBehindItVanish() throws IOException {
        Drive drive = blank();
        for (int i = 0; i < 5; i++) {
            drive.write(block(100, i), 100);
        }
        drive.locate(1);
        drive.write(block(50, 9), 50);
        drive.writeFilemarks(0);
        Drive again = reloaded();
        assertBlock(again, 100, 0);
        assertBlock(again, 50, 9);
        assertThat(again.read(new byte[100])).isEqualTo(new ReadResult.EndOfData());
    }

    @Test
    void aBufferTooSmallForTheBlockIsRefused() throws IOException {
        Drive drive = blank();
        drive.write(block(100, 1), 100);
        drive.rewind();
        assertSense(SenseKey.ILLEGAL_REQUEST, () -> drive.read(new byte[99]));
    }

    @Test
    void aBlockBeyondTheLimitsIsRefused() throws IOException {
        Drive drive = blank();
        int tooLong = drive.info().maxBlock() + 1;
        assertSense(SenseKey.ILLEGAL_REQUEST, () -> drive.write(new byte[tooLong], tooLong));
        assertSense(SenseKey.ILLEGAL_REQUEST, () -> drive.write(new byte[1], 0));
    }

    @Test
    void theEndIsWarnedOfBeforeItComesAndNothingIsLost() throws IOException {
        Drive drive = blank();
        byte[] block = block(60_000, 7);
        int beforeWarning = 0;
        while (!drive.write(block, block.length)) {
            beforeWarning++;
        }
        assertThat(beforeWarning).isPositive();
        int after = 1;
        while (writes(drive, block)) {
            after++;
        }
        int total = beforeWarning + after;
        drive.locate(total - 1);
        assertBlock(drive, 60_000, 7);
        assertThat(drive.read(new byte[60_000])).isEqualTo(new ReadResult.EndOfData());
    }

    @Test
    void whatRemainsShrinksByWhatIsWritten() throws IOException {
        Drive drive = blank();
        long before = drive.capacity().remaining();
        drive.write(block(60_000, 1), 60_000);
        assertThat(before).isLessThanOrEqualTo(drive.capacity().total());
        assertThat(drive.capacity().remaining()).isLessThanOrEqualTo(before - 60_000);
    }

    private static boolean writes(Drive drive, byte[] block) throws IOException {
        try {
            assertThat(drive.write(block, block.length)).isTrue();
            return true;
        } catch (TapeException e) {
            assertThat(e.sense()).isEqualTo(SenseKey.VOLUME_OVERFLOW);
            return false;
        }
    }

    static void assertSense(SenseKey sense, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        TapeException.class, e -> assertThat(e.sense()).isEqualTo(sense));
    }

    private static void assertBlock(Drive drive, int length, int seed) throws IOException {
        byte[] buffer = new byte[70_000];
        assertThat(drive.read(buffer)).isEqualTo(new ReadResult.Block(length));
        assertThat(Arrays.copyOf(buffer, length)).isEqualTo(block(length, seed));
    }

    private static byte[] block(int length, int seed) {
        byte[] block = new byte[length];
        Arrays.fill(block, (byte) (seed + 1));
        return block;
    }
}
