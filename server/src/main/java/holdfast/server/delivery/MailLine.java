package holdfast.server.delivery;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * One line to a mail server, kept open from message to message.
 *
 * <p>The conversation is Angus Mail's; this class adds the one thing that its interface does not tell: whether the
 * end of the message had been sent when the line broke. Not thread-safe: one line per thread.
 */
public final class MailLine implements AutoCloseable {
    private final MailRoute route;
    private final Session session;
    private @Nullable WatchedTransport transport;

    public MailLine(MailRoute route) {
        this.route = route;
        this.session = Session.getInstance(properties(route));
    }

    /**
     * Hands one message over and waits for the answer. Opens the line where it is not open.
     *
     * @param to the one recipient
     * @param message the whole message, headers and body, lines ended by CR LF
     */
    public Handed hand(String to, byte[] message) {
        WatchedTransport line;
        try {
            line = open();
        } catch (MessagingException e) {
            drop();
            return refusedAtTheDoor(e);
        }
        line.endSent = false;
        try {
            line.sendMessage(new ReadyMessage(session, message), new Address[] {new InternetAddress(to, true)});
            return new Handed.Accepted(reply(line));
        } catch (AddressException e) {
            return new Handed.Refused(553, "not an address: " + e.getMessage(), true);
        } catch (MessagingException e) {
            return outcome(e, line);
        }
    }

    private Handed outcome(MessagingException failure, WatchedTransport line) {
        for (Exception e = failure; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            int code = replyCode(e);
            if (code >= 400) {
                if (code == 421) {
                    drop();
                }
                return new Handed.Refused(code, oneLine(e), code >= 500);
            }
        }
        drop();
        return line.endSent ? new Handed.InDoubt(oneLine(failure)) : new Handed.NotHanded(oneLine(failure));
    }

    /** The server's reply code that this failure carries, 0 where it carries none. */
    private static int replyCode(Exception e) {
        return switch (e) {
            case SMTPAddressFailedException a -> a.getReturnCode();
            case SMTPSenderFailedException s -> s.getReturnCode();
            case SMTPSendFailedException s -> s.getReturnCode();
            default -> 0;
        };
    }

    private Handed refusedAtTheDoor(MessagingException e) {
        return new Handed.NotHanded("mail server %s:%d: %s".formatted(route.host(), route.port(), oneLine(e)));
    }

    private WatchedTransport open() throws MessagingException {
        if (transport == null || !transport.open) {
            transport = new WatchedTransport(session, route.security() == MailRoute.Security.TLS);
            transport.connect(
                    route.host(),
                    route.port(),
                    route.login().map(MailRoute.Login::user).orElse(null),
                    route.login().map(MailRoute.Login::password).orElse(null));
            transport.open = true;
        }
        return transport;
    }

    private void drop() {
        WatchedTransport old = transport;
        transport = null;
        if (old != null) {
            old.open = false;
            try {
                old.close();
            } catch (MessagingException e) {
                // The line is gone already: there is nobody to say goodbye to.
            }
        }
    }

    /** Says goodbye to the server. */
    @Override
    public void close() {
        drop();
    }

    private static String reply(WatchedTransport line) {
        return String.valueOf(line.getLastServerResponse()).strip();
    }

    private static String oneLine(Exception e) {
        return String.valueOf(e.getMessage()).strip().replaceAll("\\s*[\\r\\n]+\\s*", " / ");
    }

    private static Properties properties(MailRoute route) {
        Properties p = new Properties();
        String protocol = route.security() == MailRoute.Security.TLS ? "mail.smtps." : "mail.smtp.";
        p.setProperty(protocol + "from", route.from());
        p.setProperty(protocol + "localhost", "localhost");
        p.setProperty(protocol + "auth", String.valueOf(route.login().isPresent()));
        p.setProperty(protocol + "connectiontimeout", "10000");
        p.setProperty(protocol + "timeout", "60000");
        p.setProperty(protocol + "ssl.checkserveridentity", "true");
        if (route.security() == MailRoute.Security.STARTTLS) {
            p.setProperty(protocol + "starttls.enable", "true");
            p.setProperty(protocol + "starttls.required", "true");
        }
        return p;
    }
}
