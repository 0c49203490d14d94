package holdfast.tape;

import java.io.IOException;

/**
 * A tape drive in variable-block mode, in the terms of SCSI SSC-4: blocks and filemarks in one sequence, each
 * with a number counted from 0; what is written makes everything behind it vanish.
 *
 * <p>Failures are {@link TapeException}s with a sense key, or other {@link IOException}s if the way to the drive
 * broke. After one the position is unknown until {@link #rewind} or {@link #locate}. One thread at a time.
 */
public interface Drive {
    DriveInfo info();

    /** Whether a cartridge is loaded and ready. All below need one, else {@link SenseKey#NOT_READY}. */
    boolean loaded();

    /**
     * READ(6): one block into {@code buffer} from its start.
     *
     * @param buffer at least as long as the block, else {@link SenseKey#ILLEGAL_REQUEST}
     */
    ReadResult read(byte[] buffer) throws IOException;

    /**
     * WRITE(6): one block of {@code length} bytes; durable only after {@link #writeFilemarks}.
     *
     * @param length 1 to {@code info().maxBlock()}
     * @return true from the early warning on: the block is written, little room is left
     * @throws TapeException {@link SenseKey#VOLUME_OVERFLOW} at the end of the medium, the block is not written;
     *     {@link SenseKey#DATA_PROTECT} if the cartridge may not be written
     */
    boolean write(byte[] block, int length) throws IOException;

    /**
     * WRITE FILEMARKS(6), not immediate: {@code count} filemarks, then everything before is durable. A count of 0
     * only makes durable.
     *
     * @return true from the early warning on
     */
    boolean writeFilemarks(int count) throws IOException;

    /** REWIND to block 0. */
    void rewind() throws IOException;

    /**
     * LOCATE(16) to the block or filemark of this number; the number behind the last one is the end of data.
     *
     * @throws TapeException {@link SenseKey#BLANK_CHECK} if it lies behind the end of data
     */
    void locate(long block) throws IOException;

    /** SPACE(6) to the end of data. */
    void spaceToEndOfData() throws IOException;

    /** READ POSITION. */
    TapePosition position() throws IOException;

    /** READ ATTRIBUTE: total and remaining capacity. */
    Capacity capacity() throws IOException;
}
