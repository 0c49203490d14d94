package holdfast.server.delivery;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A message whose bytes are ready: the library writes them as they are. */
final class ReadyMessage extends MimeMessage {
    private final byte[] bytes;

    ReadyMessage(Session session, byte[] bytes) {
        super(session);
        this.bytes = bytes;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException {
        out.write(bytes);
    }

    @Override
    public void saveChanges() {
        // Nothing to compute: the headers are in the bytes.
    }
}
