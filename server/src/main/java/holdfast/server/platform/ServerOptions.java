package holdfast.server.platform;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How one server is to run.
 *
 * @param data the data folder
 * @param port where it listens; 0 lets the system choose a free port
 * @param listen who may reach it
 * @param clock the one clock of this server
 * @param beats whether due work runs by itself every second; a drill turns it off and rings by its own clock
 * @param durable whether the database survives a power cut; false for throw-away tests only
 */
public record ServerOptions(Path data, int port, Listen listen, InstantSource clock, boolean beats, boolean durable) {

    /**
     * Who may reach the server. Other machines only with TLS: a session cookie or a passkey's answer never
     * crosses a network in the clear.
     *
     * @param address the address to bind
     * @param host the name by which browsers reach it; passkeys are bound to it
     */
    public record Listen(String address, String host, Optional<Tls> tls) {
        public static final Listen THIS_MACHINE = new Listen("127.0.0.1", "localhost", Optional.empty());
    }

    /** A certificate chain and its private key, both PEM. */
    public record Tls(Path certificate, Path key) {}

    /** A server on this machine, by the system's clock. */
    public static ServerOptions local(Path data, int port) {
        return new ServerOptions(data, port, Listen.THIS_MACHINE, systemClock(), true, true);
    }

    /** The system's clock in whole microseconds, which is what the database keeps. */
    public static InstantSource systemClock() {
        InstantSource system = InstantSource.system();
        return () -> system.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public ServerOptions withClock(InstantSource other, boolean beatsToo) {
        return new ServerOptions(data, port, listen, other, beatsToo, durable);
    }
}
