package holdfast.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.access.Invitations;
import holdfast.server.access.Role;
import holdfast.server.incident.AuthorityReports;
import holdfast.server.incident.CaseWork;
import holdfast.server.incident.Incidents;
import holdfast.server.incident.Statements;
import holdfast.server.notice.NoticeOrders;
import holdfast.server.record.ActorId;
import holdfast.server.testing.GoneMissing;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.Staff;
import holdfast.server.testing.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What people do about an incident in the console, over HTTP; and every act tried by those who may not. */
@HoldfastTest
class ResponsePagesTest {
    private static final String PASSWORD = "a long and quiet sentence";
    private static final List<String> LANGUAGES = List.of("en", "zh-Hant", "zh-Hans");

    private final ApplicationContext server;
    private final Invitations invitations;
    private final Staff staff;
    private final GoneMissing trip;
    private final String file;

    @LocalServerPort
    private int port;

    ResponsePagesTest(ApplicationContext server, Invitations invitations, Staff staff) {
        this.server = server;
        this.invitations = invitations;
        this.staff = staff;
        this.trip = new GoneMissing(server, 1);
        this.file = "/incidents/" + trip.incident;
        service(Incidents.class)
                .confirmLoss(trip.incident, trip.cartridges, "both sites searched", staff.person(Role.HEAD));
    }

    private <T> T service(Class<T> type) {
        return server.getBean(type);
    }

    private Visitor as(Role role) {
        return as(staff.person(role));
    }

    private Visitor as(ActorId person) {
        invitations.accept(invitations.invite(person, staff.administrator()), PASSWORD);
        Visitor visitor = new Visitor(port);
        visitor.signIn(person.value(), PASSWORD);
        return visitor;
    }

    @Test
    void eachPageReadsInThreeLanguagesForEachWhoMayReadIt() {
        for (Role role : List.of(Role.DPO, Role.HEAD, Role.AUDITOR)) {
            Visitor visitor = as(role);
            for (String page : List.of("", "/questions", "/notices", "/statement", "/work")) {
                for (String language : role == Role.DPO ? LANGUAGES : LANGUAGES.subList(0, 1)) {
                    var answer = visitor.get(file + page + "?lang=" + language);
                    assertThat(answer.statusCode())
                            .as("%s %s as %s", page, language, role)
                            .isEqualTo(200);
                    assertThat(answer.body()).doesNotContain("??").contains("lang=\"" + language);
                }
            }
        }
        assertThat(as(Role.KEY_HOLDER).get("/keys/notices").statusCode()).isEqualTo(200);
    }

    @Test
    void thoseOnTheRoadAndTheAdministratorSeeNoneOfThem() {
        for (Visitor visitor : List.of(as(Role.COURIER), as(Role.OPERATOR), as(Role.KEY_HOLDER))) {
            for (String page : List.of("", "/questions", "/notices", "/statement", "/work")) {
                assertThat(visitor.get(file + page).statusCode()).as(page).isEqualTo(403);
            }
            assertThat(visitor.post(file + "/notices/order", Map.of()).statusCode())
                    .isEqualTo(403);
            assertThat(visitor.post(file + "/letters/1", Map.of()).statusCode()).isEqualTo(403);
        }
        assertThat(as(Role.COURIER).get("/keys/notices").statusCode()).isEqualTo(403);
    }

    @Test
    void theAuditorReadsAndChangesNothing() {
        Visitor auditor = as(Role.AUDITOR);
        auditor.post(file + "/questions/why", Map.of("answer", "an auditor's guess"));
        auditor.post(file + "/conditions/CRIME_SUSPECTED", Map.of("holds", "true", "reason", "r"));
        auditor.post(file + "/notices/order", Map.of());
        auditor.post(file + "/statement", Map.of());
        auditor.post(file + "/findings", Map.of("text", "t"));
        auditor.post(file + "/actions", Map.of("what", "w", "owner", trip.receiver.value(), "due", "2030-01-01T10:00"));
        assertThat(auditor.post(file + "/letters/1", Map.of()).statusCode()).isEqualTo(403);
        auditor.post(file + "/contacts", Map.of("party", "Police", "channel", "telephone", "said", "nothing yet"));

        assertThat(service(Incidents.class).contacts(trip.incident)).isEmpty();
        assertThat(service(AuthorityReports.class).questions(trip.incident))
                .allMatch(one -> one.answer().isEmpty());
        assertThat(service(Incidents.class).judgements(trip.incident)).isEmpty();
        assertThat(service(NoticeOrders.class).waiting(trip.incident)).isEmpty();
        assertThat(service(Statements.class).statement(trip.incident)).isEmpty();
        assertThat(service(CaseWork.class).findings(trip.incident)).isEmpty();
        assertThat(service(CaseWork.class).actions(trip.incident)).isEmpty();
    }

    @Test
    void aQuestionAnsweredOnThePageShowsWhoAnsweredIt() {
        ActorId officer = staff.person(Role.DPO);
        Visitor visitor = as(officer);
        visitor.post(file + "/questions/why", Map.of("answer", "The lid was not locked."));
        assertThat(visitor.get(file + "/questions").body())
                .contains("The lid was not locked.")
                .contains("Test " + officer.value());
    }

    @Test
    void theStatementIsEditedByOneAndApprovedByTheHeadWhoDidNotWriteIt() {
        Visitor officer = as(Role.DPO);
        officer.post(file + "/statement", Map.of());
        officer.post(file + "/statement/EN", Map.of("text", "Plain words."));
        officer.post(file + "/statement/approve", Map.of());
        Statements statements = service(Statements.class);
        assertThat(statements.statement(trip.incident).orElseThrow().approver()).isEmpty();
        ActorId writingHead = staff.person(Role.HEAD, Role.MANAGER);
        Visitor writer = as(writingHead);
        writer.post(file + "/statement/ZH_HANT", Map.of("text", "淺白文字。"));
        writer.post(file + "/statement/approve", Map.of());
        assertThat(statements.statement(trip.incident).orElseThrow().approver())
                .as("whoever wrote a part of it does not approve it")
                .isEmpty();
        ActorId head = staff.person(Role.HEAD);
        as(head).post(file + "/statement/approve", Map.of());
        assertThat(statements.statement(trip.incident).orElseThrow().approver()).contains(head);
    }

    @Test
    void anActionSetOnThePageIsDoneOnThePage() {
        Visitor manager = as(Role.MANAGER);
        manager.post(
                file + "/actions",
                Map.of("what", "Check the locks", "owner", trip.receiver.value(), "due", "2030-01-01T10:00"));
        CaseWork work = service(CaseWork.class);
        assertThat(work.actions(trip.incident))
                .singleElement()
                .satisfies(one -> assertThat(one.owner()).isEqualTo(trip.receiver));
        long id = work.actions(trip.incident).getFirst().id();
        manager.post(file + "/actions/" + id + "/done", Map.of("result", "All are checked."));
        assertThat(manager.get(file + "/work").body()).contains("All are checked.");
    }
}
