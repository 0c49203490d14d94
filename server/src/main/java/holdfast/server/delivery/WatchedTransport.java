package holdfast.server.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** The library's transport, remembering whether the end of the message may have left this machine. */
final class WatchedTransport extends SMTPTransport {
    /** True from the moment in which the final dot may have been written. */
    boolean endSent;

    /** Whether the greeting was exchanged; the library's own {@code isConnected} costs a round trip. */
    boolean open;

    WatchedTransport(Session session, boolean tls) {
        super(session, null, tls ? "smtps" : "smtp", tls);
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        endSent = true;
        super.finishData();
    }
}
