package holdfast.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.access.ApiTokens;
import holdfast.server.access.Role;
import holdfast.server.api.Caller.Answer;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.Staff;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a program is told when it asks for something wrong, or proposes what another must approve. */
@HoldfastTest
class PlainAnswersTest {
    private final Staff staff;
    private final ApiTokens tokens;
    private final int port;
    private final Caller operator;
    private final Caller auditor;
    private final Caller carrier;

    PlainAnswersTest(Staff staff, ApiTokens tokens, @LocalServerPort int port) {
        this.staff = staff;
        this.tokens = tokens;
        this.port = port;
        this.operator = Caller.as(staff.person(Role.OPERATOR), tokens, port);
        this.auditor = Caller.as(staff.person(Role.AUDITOR), tokens, port);
        this.carrier = Caller.as(staff.person(Role.COURIER), tokens, port);
    }

    @Test
    void aProcedureIsProposedByOneAndJudgesNothingBeforeAnotherApprovesIt() {
        Caller manager = Caller.as(staff.person(Role.MANAGER), tokens, port);
        Map<String, Object> proposal = Map.of(
                "title", "Refined",
                "reason", "a test",
                "rules", Map.of("two-persons", Map.of(), "due-within", Map.of("most", "PT2H")));

        JsonNode proposed = TripOverHttpTest.ok(manager.post("/api/procedures", proposal));

        assertThat(proposed.at("/rules/due-within/most").asString()).isEqualTo("PT2H");
        assertThat(proposed.at("/inForce").asBoolean()).isFalse();
        String number = proposed.at("/number").asString();
        assertThat(manager.post("/api/procedures/" + number + "/approve", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(carrier.post("/api/procedures", proposal).status()).isEqualTo(403);
        Answer unknown = manager.post(
                "/api/procedures", Map.of("title", "t", "reason", "r", "rules", Map.of("fine-weather", Map.of())));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().at("/detail").asString()).contains("fine-weather");
    }

    @Test
    void badRequestsAreAnsweredInPlainWords() {
        Answer absent = operator.get("/api/cartridges/NOSUCH01");
        assertThat(absent.status()).isEqualTo(404);
        assertThat(absent.json().at("/detail").asString()).contains("NOSUCH01");
        Answer empty = operator.post("/api/consignments", Map.of());
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.json().at("/detail").asString()).contains("'cases' is missing");
        Answer malformed = operator.post("/api/consignments", Map.of("cases", "not a list of cases"));
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.body()).doesNotContain("jackson").doesNotContain("Exception");
        assertThat(operator.get("/api/consignments/7").status()).isEqualTo(400);
        assertThat(auditor.get("/api/ledger/entries?n=100000").status()).isEqualTo(400);
    }
}
