package holdfast.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.record.ActorId;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.Staff;
import holdfast.server.testing.Visitor;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The gate, tried from outside. */
@HoldfastTest
class GateTest {
    private static final String PASSWORD = "let me carry seven tapes";
    private static final String NOWHERE = "/no-such-page";

    private final Staff staff;
    private final People people;
    private final Invitations invitations;
    private final ApiTokens tokens;
    private final Visitor visitor;
    private final int port;

    GateTest(Staff staff, People people, Invitations invitations, ApiTokens tokens, @LocalServerPort int port) {
        this.staff = staff;
        this.people = people;
        this.invitations = invitations;
        this.tokens = tokens;
        this.port = port;
        this.visitor = new Visitor(port);
    }

    @Test
    void aStrangerIsSentToTheDoor() {
        staff.administrator();
        var answer = visitor.get(NOWHERE);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in");
    }

    @Test
    void aPersonSignsInUnderANewSession() {
        ActorId officer = signedUp(Role.SITE_OFFICER);
        visitor.get("/assets/csrf-for-tests");
        String before = visitor.session();
        var answer = visitor.signIn(officer.value(), PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).doesNotContain("error");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly")
                .contains("SameSite=Strict");
        assertThat(visitor.session()).isNotEqualTo(before);
        assertThat(visitor.get(NOWHERE).statusCode()).isEqualTo(404);
    }

    @Test
    void aWrongPasswordOpensNothing() {
        ActorId officer = signedUp(Role.SITE_OFFICER);
        var answer = visitor.signIn(officer.value(), "wrong, wrong, wrong");
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?error");
        assertThat(visitor.signIn("' or 1=1 --", "x")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/sign-in?error");
        assertThat(visitor.get(NOWHERE).statusCode()).isEqualTo(302);
    }

    @Test
    void anotherSitesFormIsRefused() {
        ActorId officer = signedUp(Role.SITE_OFFICER);
        assertThat(visitor.postAsForged("/sign-in", Map.of("username", officer.value(), "password", PASSWORD))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void settingsAreTheAdministratorsAlone() {
        ActorId head = signedUp(Role.HEAD);
        visitor.signIn(head.value(), PASSWORD);
        assertThat(visitor.get("/settings/no-such-page").statusCode()).isEqualTo(403);
        staff.administrator();
        Visitor administrator = new Visitor(port);
        administrator.signIn("admin", Staff.ADMINISTRATORS_PASSWORD);
        assertThat(administrator.get("/settings/no-such-page").statusCode()).isEqualTo(404);
    }

    @Test
    void whoIsOnTheRoadReadsNeitherTheLedgerNorAnIncident() {
        visitor.signIn(signedUp(Role.COURIER).value(), PASSWORD);
        for (String path : List.of("/ledger", "/ledger/1", "/incidents/2024-1", "/notices", "/keys", "/desk")) {
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void aNameThatIsNotTheServersIsRefused() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("GET /sign-in HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void aSessionEndsWhenItsPersonsRolesChange() {
        ActorId manager = signedUp(Role.MANAGER);
        visitor.signIn(manager.value(), PASSWORD);
        assertThat(visitor.get(NOWHERE).statusCode()).isEqualTo(404);
        people.assign(manager, Set.of(Role.COURIER), staff.administrator());
        assertThat(visitor.get(NOWHERE).statusCode()).isEqualTo(302);
        assertThat(visitor.get(NOWHERE).statusCode()).isEqualTo(302);
    }

    @Test
    void onlyWhereCartridgesAreCountedMayWebAssemblyBeCompiled() {
        for (String page : List.of("/transit/C-000001/receive", "/stocktakes/1")) {
            assertThat(visitor.get(page).headers().allValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .contains("script-src 'self' 'wasm-unsafe-eval';");
        }
        assertThat(visitor.get("/transit/C-000001").headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("script-src 'self';");
    }

    @Test
    void everyPageForbidsFramesAndForeignScripts() {
        var headers = visitor.get("/sign-in").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void restTakesAPasswordOrATokenButNoSession() {
        ActorId operator = signedUp(Role.OPERATOR);
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((operator.value() + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        String bearer = "Bearer " + tokens.issue("night job", operator).value();
        String path = "/api/no-such-thing";
        assertThat(visitor.get(path).statusCode()).isEqualTo(401);
        assertThat(visitor.get(path, "Authorization", "Bearer hf_guess").statusCode())
                .isEqualTo(401);
        assertThat(visitor.get(path, "Authorization", basic).statusCode()).isEqualTo(404);
        assertThat(visitor.get(path, "Authorization", bearer).statusCode()).isEqualTo(404);
        visitor.signIn(operator.value(), PASSWORD);
        assertThat(visitor.get(path).statusCode()).isEqualTo(401);
        tokens.revoke("night job", operator);
        assertThat(visitor.get(path, "Authorization", bearer).statusCode()).isEqualTo(401);
    }

    @Test
    void aPasskeyIsMadeOnlyBySomebodyWhoIsSignedIn() {
        assertThat(visitor.post("/webauthn/register/options", Map.of()).statusCode())
                .isEqualTo(400);
        assertThat(visitor.post("/webauthn/authenticate/options", Map.of()).statusCode())
                .isEqualTo(200);
        visitor.signIn(signedUp(Role.DPO).value(), PASSWORD);
        var options = visitor.post("/webauthn/register/options", Map.of());
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(options.body()).contains("\"id\":\"localhost\"");
    }

    private ActorId signedUp(Role role) {
        ActorId person = staff.person(role);
        invitations.accept(invitations.invite(person, staff.administrator()), PASSWORD);
        return person;
    }
}
