package holdfast.tape;

import java.io.IOException;
import java.util.List;

/**
 * A medium changer, in the terms of SCSI SMC-3: elements with addresses, and cartridges moved between them. One
 * thread at a time.
 */
public interface Changer {
    /** READ ELEMENT STATUS: all elements by address. */
    List<Element> elements() throws IOException;

    /**
     * MOVE MEDIUM.
     *
     * @throws TapeException {@link SenseKey#ILLEGAL_REQUEST} if the source is empty, the destination full, or an
     *     address unknown; nothing has moved
     */
    void move(int from, int to) throws IOException;

    /** The drive that stands at a drive element. */
    Drive drive(int address) throws IOException;
}
