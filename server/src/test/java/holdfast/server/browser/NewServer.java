package holdfast.server.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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

    /** Adds somebody who signs in with {@link #PASSWORD}. @return the sign-in name */
    String enrol(String name, Role role) {
        ActorId administrator = new ActorId("mei");
        NewPerson person = new NewPerson(name, "Kit Lam", "", "", "", Language.EN, Set.of(role));
        ActorId id = server.service(People.class).enrol(person, administrator).id();
        Invitations invitations = server.service(Invitations.class);
        invitations.accept(invitations.invite(id, administrator), PASSWORD);
        return name;
    }

    /**
     * Makes Mei Wong, who signs in as {@code mei}, the first administrator.
     *
     * @param by {@code passkey} or {@code password}
     */
    void begin(Page page, String by) {
        page.navigate(address() + "/set-up");
        page.locator("#token").fill(token());
        page.locator("#name").fill("Mei Wong");
        page.locator("#signIn").fill("mei");
        page.locator("input[value=" + by + "]").check();
        if (by.equals("password")) {
            page.locator("#password").fill(PASSWORD);
        }
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Begin"))
                .click();
    }

    /** On the page for signing in, with {@link #PASSWORD}. */
    void signIn(Page page, String name) {
        page.getByLabel("Sign-in name").fill(name);
        page.getByLabel("Password").fill(PASSWORD);
        page.getByLabel("Password").press("Enter");
        page.waitForURL(address -> !address.contains("/sign-in"));
    }

    static void signOut(Page page) {
        page.locator(".rail form[action='/sign-out'] button").click();
        page.waitForURL("**/sign-in?out");
    }

    @Override
    public void close() throws IOException {
        server.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
