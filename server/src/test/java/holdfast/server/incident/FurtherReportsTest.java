package holdfast.server.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.server.access.Forbidden;
import holdfast.server.access.Role;
import holdfast.server.record.ActorId;
import holdfast.server.testing.GoneMissing;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.SettableClock;
import holdfast.server.testing.Staff;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The reports after the first four, and to authorities abroad: filled as far as the record goes, and no further. */
@HoldfastTest
class FurtherReportsTest {
    private final Incidents incidents;
    private final AuthorityReports reports;
    private final CaseWork work;
    private final SettableClock clock;
    private final ActorId dpo;
    private final ActorId courier;
    private final IncidentId id;

    FurtherReportsTest(
            ApplicationContext server,
            Incidents incidents,
            AuthorityReports reports,
            CaseWork work,
            SettableClock clock,
            Staff staff) {
        this.incidents = incidents;
        this.reports = reports;
        this.work = work;
        this.clock = clock;
        this.dpo = staff.person(Role.DPO);
        this.courier = staff.person(Role.COURIER);
        GoneMissing trip = new GoneMissing(server, 2);
        this.id = trip.incident;
        incidents.confirmLoss(id, trip.cartridges, "both sites searched", staff.person(Role.HEAD));
    }

    @Test
    void thePostIncidentReportTellsFindingsAndLeavesMotiveAndLessonsOpen() throws Exception {
        work.finding(id, "The lid had no second lock.", List.of(), dpo);
        AuthorityReport report = reports.draft(id, Set.of(Form.DPO_C32), dpo).getFirst();
        assertThat(report.open())
                .extracting(AuthorityReport.OpenField::field)
                .contains("perpetrator", "motive", "lessons", "cost", "police-result");
        assertThat(Files.readString(report.json()))
                .contains("The lid had no second lock.")
                .contains("Persons affected");
        assertThat(report.clock().state()).isEqualTo(Clock.State.WAITING);
    }

    @Test
    void theFullReportNeverAnswersWhoIsAccountable() {
        AuthorityReport report = reports.draft(id, Set.of(Form.BUREAU_C42), dpo).getFirst();
        assertThat(report.open())
                .extracting(AuthorityReport.OpenField::field)
                .contains("accountability", "initial-report", "pcpd-form", "findings");
        assertThat(report.clock().rule().id()).isEqualTo("hk-c42");
    }

    @Test
    void anAuthorityAbroadIsWrittenToOnlyAfterSomebodySaidThatPersonsThereAreOnTheMedia() {
        assertThatThrownBy(() -> reports.draft(id, Set.of(Form.EU_ART33), dpo))
                .hasMessageContaining("Nobody has said that persons there");
        assertThat(incidents.clocks(id)).noneMatch(one -> one.rule().id().equals("eu-authority"));
        assertThatThrownBy(() -> incidents.answer(id, Condition.PERSONS_IN_EU, true, "I think so", courier))
                .isInstanceOf(Forbidden.class);

        incidents.answer(id, Condition.PERSONS_IN_EU, true, "two creditors in Lisbon have written", dpo);
        assertThat(incidents.clocks(id))
                .filteredOn(one -> one.rule().id().equals("eu-authority"))
                .singleElement()
                .extracting(Clock::state)
                .isEqualTo(Clock.State.QUESTION);
        incidents.answer(id, Condition.RISK_TO_PERSONS, true, "addresses and account numbers", dpo);
        AuthorityReport report = reports.draft(id, Set.of(Form.EU_ART33), dpo).getFirst();
        assertThat(report.clock().due())
                .contains(
                        incidents.incident(id).at(Mark.AWARENESS).orElseThrow().plus(Duration.ofDays(3)));
        assertThat(report.open())
                .extracting(AuthorityReport.OpenField::field)
                .contains("eu-authority", "eu-persons", "consequences");
        assertThatThrownBy(() -> reports.draft(id, Set.of(Form.UK_ICO), dpo)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aQuestionShowsWhoAnsweredItAndWhen() {
        assertThat(reports.questions(id)).allMatch(one -> one.answer().isEmpty());
        assertThatThrownBy(() -> reports.answer(id, "why", "because", courier)).isInstanceOf(Forbidden.class);
        reports.answer(id, "why", "The lid was not locked.", dpo);
        assertThat(reports.questions(id))
                .filteredOn(one -> one.field().equals("why"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.answer().orElseThrow().text()).isEqualTo("The lid was not locked.");
                    assertThat(one.answer().orElseThrow().by()).isEqualTo(dpo);
                    assertThat(one.answer().orElseThrow().at()).isEqualTo(clock.instant());
                    assertThat(one.forms()).contains(Form.POLICE, Form.PCPD, Form.DPO_C2);
                });
        assertThat(reports.questions(id).getLast().field()).isEqualTo("why");
    }
}
