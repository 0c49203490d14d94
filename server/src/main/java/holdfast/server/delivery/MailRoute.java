package holdfast.server.delivery;

import java.util.Optional;

/**
 * Where mail is handed in, and how.
 *
 * @param host name or address of the mail server
 * @param port its port, 25, 587 or 465 by custom
 * @param security whether the line is encrypted; {@link Security#NONE} is for a server on the same machine
 * @param login the account, where the server asks for one
 * @param from the address that replies and bounces go to
 */
public record MailRoute(String host, int port, Security security, Optional<Login> login, String from) {
    /** How the line is encrypted. */
    public enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    /** An account at the mail server. {@code toString} hides the password. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + ", password not shown]";
        }
    }

    public MailRoute {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "mail server '%s:%d': give a host and a port from 1 to 65535".formatted(host, port));
        }
        if (from.indexOf('@') < 1) {
            throw new IllegalArgumentException(
                    "mail sender '%s': give an address such as dpo@example.org".formatted(from));
        }
    }

    /** A server without encryption or login: for one on this machine, and for drills. */
    public static MailRoute plain(String host, int port, String from) {
        return new MailRoute(host, port, Security.NONE, Optional.empty(), from);
    }
}
