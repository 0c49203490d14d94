package holdfast.server.browser;

import holdfast.server.HoldfastServer;
import holdfast.server.access.Invitations;
import holdfast.server.access.Language;
import holdfast.server.access.NewPerson;
import holdfast.server.access.People;
import holdfast.server.access.Role;
import holdfast.server.access.SetUp;
import holdfast.server.drill.DrilledOffice;
import holdfast.server.platform.RunningServer;
import holdfast.server.platform.ServerOptions;
import holdfast.server.platform.ServerOptions.Listen;
import holdfast.server.record.ActorId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/** A server that nobody has set up yet. */
record NewServer(Path folder, RunningServer server) implements AutoCloseable {
    static final String PASSWORD = "seven tapes in a case";

    static NewServer start() throws IOException {
        Path folder = Files.createTempDirectory("holdfast-new-");
        // As root, the database's account must be able to pass through.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        RunningServer server = HoldfastServer.start(new ServerOptions(
                folder.resolve("data"),
                DrilledOffice.freePort(),
                Listen.THIS_MACHINE,
                ServerOptions.systemClock(),
                false,
                false));
        return new NewServer(folder, server);
    }

    String address() {
        return "http://localhost:" + server.port();
    }

    /** As the server prints it when it starts. */
    String token() {
        return server.service(SetUp.class).token().orElseThrow().value();
    }

    /** Adds an operator who signs in with {@link #PASSWORD}. @return the sign-in name */
    String enrol(String name) {
        ActorId administrator = new ActorId("mei");
        NewPerson person = new NewPerson(name, "Kit Lam", "", "", "", Language.EN, Set.of(Role.OPERATOR));
        ActorId id = server.service(People.class).enrol(person, administrator).id();
        Invitations invitations = server.service(Invitations.class);
        invitations.accept(invitations.invite(id, administrator), PASSWORD);
        return name;
    }

    @Override
    public void close() throws IOException {
        server.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
