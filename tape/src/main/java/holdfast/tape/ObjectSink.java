package holdfast.tape;

import java.io.IOException;
import java.io.OutputStream;

/** Receives the objects of a cartridge in the order in which they lie on it. */
public interface ObjectSink {
    /** A sink that keeps nothing: for checking. */
    ObjectSink NOTHING = new ObjectSink() {
        @Override
        public OutputStream begin(String name, long size) {
            return OutputStream.nullOutputStream();
        }

        @Override
        public void end(String name, boolean whole) {}
    };

    /** An object begins; its bytes follow into the stream, which is closed before {@link #end}. */
    OutputStream begin(String name, long size) throws IOException;

    /**
     * It is over.
     *
     * @param whole false if bytes were damaged or missing: then fewer than its size were given, and what was given
     *     should be thrown away
     */
    void end(String name, boolean whole) throws IOException;
}
