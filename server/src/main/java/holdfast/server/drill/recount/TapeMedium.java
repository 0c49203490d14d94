package holdfast.server.drill.recount;

import holdfast.crypto.Secret;
import holdfast.tape.CartridgeReader;
import holdfast.tape.CartridgeScan;
import holdfast.tape.Drive;
import holdfast.tape.ObjectSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A cartridge in a drive, opened with its own key.
 *
 * @param name its barcode
 * @param drive with the cartridge, or its copy, loaded
 * @param key the cartridge's own
 */
public record TapeMedium(String name, Drive drive, Secret key) implements LostMedium {
    @Override
    public void objects(Sink sink) throws IOException {
        CartridgeScan scan = CartridgeReader.open(drive, key).scan(new Objects(sink));
        if (!scan.intact()) {
            throw new IOException("cartridge " + name + " is damaged: " + scan.damages());
        }
    }

    private static final class Objects implements ObjectSink {
        private final Sink sink;
        private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private String object = "";

        Objects(Sink sink) {
            this.sink = sink;
        }

        @Override
        public OutputStream begin(String name, long size) {
            object = name;
            bytes = new ByteArrayOutputStream(Math.toIntExact(size));
            return bytes;
        }

        @Override
        public void end(String name, boolean whole) throws IOException {
            if (!whole) {
                throw new IOException("object " + object + " is not whole");
            }
            sink.object(name, bytes.toByteArray());
        }
    }
}
