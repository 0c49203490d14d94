package holdfast.server;

import holdfast.server.access.Invitations.Token;
import holdfast.server.access.Language;
import holdfast.server.access.NewPerson;
import holdfast.server.access.People;
import holdfast.server.access.SetUp;
import holdfast.server.platform.RunningServer;
import holdfast.server.platform.ServerOptions;
import holdfast.server.record.ActorId;
import holdfast.server.record.LedgerBook;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * A server in a process of its own that acts as fast as it can and says so after each act, until it is killed.
 * Arguments: the data folder, and {@code act ROUND} or {@code tell}.
 */
final class ActingServer {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final ActorId ADMINISTRATOR = new ActorId("admin");

    private ActingServer() {}

    public static void main(String[] arguments) {
        RunningServer server = HoldfastServer.start(ServerOptions.local(Path.of(arguments[0]), 0));
        OUT.println("started");
        if (arguments[1].equals("tell")) {
            tell(server);
            server.close();
            System.exit(0);
        }
        setUp(server.service(SetUp.class));
        People people = server.service(People.class);
        for (int i = 0; ; i++) {
            String signIn = "p" + arguments[2] + "-" + i;
            people.enrol(person(signIn), ADMINISTRATOR);
            OUT.println("acknowledged " + signIn);
        }
    }

    private static void setUp(SetUp setUp) {
        Optional<Token> token = setUp.token();
        token.ifPresent(shown ->
                setUp.firstAdministrator(shown, person(ADMINISTRATOR.value()), "a password for one test only"));
    }

    private static void tell(RunningServer server) {
        server.service(LedgerBook.class).integrate();
        server.service(People.class).all().forEach(person -> OUT.println("kept " + person.id()));
        var status = server.service(LedgerBook.class).status();
        OUT.println("entries " + status.size() + " integrated " + status.integrated());
    }

    private static NewPerson person(String signIn) {
        return new NewPerson(signIn, "Person " + signIn, "", "", "", Language.EN, Set.of());
    }
}
