package holdfast.server.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.server.access.Forbidden;
import holdfast.server.access.Language;
import holdfast.server.access.Role;
import holdfast.server.keys.CartridgeKeys;
import holdfast.server.keys.KeyStanding;
import holdfast.server.media.Cartridges;
import holdfast.server.media.Classification;
import holdfast.server.media.NewCartridge;
import holdfast.server.media.Origin;
import holdfast.server.place.Places;
import holdfast.server.place.Site;
import holdfast.server.place.SiteId;
import holdfast.server.platform.Phrase;
import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.SettableClock;
import holdfast.server.testing.Staff;
import holdfast.tape.Barcode;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An incident file on the whole server, from its opening to reports that went out; and what is forbidden. */
@HoldfastTest
class IncidentFileTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Incidents incidents;
    private final Assessments assessments;
    private final AuthorityReports reports;
    private final Statements statements;
    private final CaseWork caseWork;
    private final Cartridges cartridges;
    private final CartridgeKeys keys;
    private final Places places;
    private final SettableClock clock;
    private final Staff staff;
    private final ActorId dpo;
    private final ActorId head;
    private final int number = NUMBER.incrementAndGet();
    private final Barcode lost = new Barcode("INC%03dL9".formatted(number));
    private final SiteId site = new SiteId("inc-" + number);
    private final Ref about = new Ref("stocktake", "incident-test-" + number);

    IncidentFileTest(
            Incidents incidents,
            Assessments assessments,
            AuthorityReports reports,
            Statements statements,
            CaseWork caseWork,
            Cartridges cartridges,
            CartridgeKeys keys,
            Places places,
            SettableClock clock,
            Staff staff) {
        this.incidents = incidents;
        this.assessments = assessments;
        this.reports = reports;
        this.statements = statements;
        this.caseWork = caseWork;
        this.cartridges = cartridges;
        this.keys = keys;
        this.places = places;
        this.clock = clock;
        this.staff = staff;
        this.dpo = staff.person(Role.DPO);
        this.head = staff.person(Role.HEAD);
    }

    @BeforeEach
    void aCartridge() {
        ActorId operator = staff.person(Role.OPERATOR);
        places.add(new Site(site, "Site " + number, "", "", "1 Road"), staff.administrator());
        cartridges.register(
                new NewCartridge(
                        lost, "IBM", "LTO-9", "S" + number, Classification.RESTRICTED, new Origin.Holdfast(), site),
                operator);
        keys.create(lost, operator);
        clock.advance(Duration.ofMinutes(30));
    }

    private IncidentId opened() {
        return incidents.open("One cartridge was not counted", about, Set.of(lost), "The count fell short.", dpo);
    }

    @Test
    void onsetIsProposedFromTheLastProvenPossessionAndEveryMarkKeepsItsBasis() {
        IncidentId id = opened();
        Incident incident = incidents.incident(id);
        Instant registered = cartridges.cartridge(lost).lastProven().when();
        assertThat(incident.at(Mark.ONSET)).contains(registered);
        assertThat(incident.at(Mark.AWARENESS)).isEmpty();
        incidents.mark(id, Mark.ONSET, registered.plusSeconds(60), "the camera shows the shelf", dpo);
        assertThat(incidents.incident(id).history())
                .extracting(Moment::mark)
                .containsExactly(Mark.SUSPICION, Mark.ONSET, Mark.ONSET);
        assertThat(incidents.incident(id).marks().get(Mark.ONSET))
                .extracting(Moment::basis)
                .isEqualTo(Phrase.asItIs("the camera shows the shelf"));
    }

    @Test
    void onlyTheHeadConfirmsALossAndThenTheKeysAreQuarantined() {
        IncidentId id = opened();
        ActorId courier = staff.person(Role.COURIER);
        assertThatThrownBy(() -> incidents.confirmLoss(id, Set.of(lost), "searched", courier))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> incidents.confirmLoss(id, Set.of(lost), "searched", dpo))
                .isInstanceOf(Forbidden.class);
        assertThat(keys.standing(lost).state()).isEqualTo(KeyStanding.State.ACTIVE);

        incidents.confirmLoss(id, Set.of(lost), "searched, asked everybody", head);
        assertThat(keys.standing(lost).state()).isEqualTo(KeyStanding.State.QUARANTINED);
        assertThat(incidents.incident(id).stage()).isEqualTo(Incident.Stage.CONFIRMED);
        assertThat(incidents.incident(id).at(Mark.AWARENESS)).contains(clock.instant());
    }

    @Test
    void anAssessmentIsSignedOnItsEvidenceExpiresAndNeverSaysSafe() {
        IncidentId id = opened();
        incidents.confirmLoss(id, Set.of(lost), "searched", head);
        assessments.draft(id, dpo);
        ActorId operator = staff.person(Role.OPERATOR);
        assertThatThrownBy(() -> assessments.sign(id, Duration.ofDays(7), operator))
                .isInstanceOf(Forbidden.class);
        Assessment signed = assessments.sign(id, Duration.ofDays(7), dpo);
        assertThat(signed.stands(clock.instant())).isTrue();
        assertThat(signed.stands(clock.instant().plus(Duration.ofDays(8)))).isFalse();
        assertThat(signed.toString().toLowerCase(Locale.ROOT)).doesNotContain("safe", "no risk");
        assertThat(signed.findings())
                .anySatisfy(finding -> assertThat(finding.answer().code()).isEqualTo("answer.uses.none"));

        incidents.found(id, Set.of(lost), site, "behind a shelf", finder());
        assertThat(assessments.newest(id).orElseThrow().stands(clock.instant())).isFalse();
        assertThat(incidents.incident(id).stage()).isEqualTo(Incident.Stage.FOUND);
    }

    @Test
    void reportsShowEveryOpenFieldAndAnAnswerFillsEveryFormThatAsksIt() throws Exception {
        IncidentId id = opened();
        incidents.confirmLoss(id, Set.of(lost), "searched", head);
        List<AuthorityReport> drafted = reports.draft(id, AuthorityReports.FIRST, dpo);
        assertThat(drafted).hasSize(4).allSatisfy(report -> {
            String text = textOf(report);
            assertThat(text).contains("RESTRICTED").contains(id.value());
            assertThat(report.open())
                    .isNotEmpty()
                    .allSatisfy(field -> assertThat(text.replaceAll("\\s+", " "))
                            .contains(field.label().replaceAll("\\s+", " "))
                            .contains("To be answered by " + field.by()));
            assertThat(Files.readString(report.json()))
                    .contains("\"openFields\" : " + report.open().size());
        });
        reports.answer(id, "why", "The lid of the case was not locked.", dpo);
        assertThat(reports.draft(id, Set.of(Form.PCPD, Form.DPO_C2), dpo)).allSatisfy(report -> {
            assertThat(report.version()).isEqualTo(2);
            assertThat(textOf(report)).contains("The lid of the case was not locked.");
        });
    }

    private ActorId finder() {
        ActorId finder = staff.person(Role.SITE_OFFICER);
        places.post(finder, site, staff.administrator());
        return finder;
    }

    private static String textOf(AuthorityReport report) throws Exception {
        try (var pdf = Loader.loadPDF(report.pdf().toFile())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    @Test
    void anIdentityCardNumberNeverGetsIntoAReport() {
        IncidentId id = opened();
        assertThatThrownBy(() -> reports.answer(id, "why", "the card Q700007(A) was seen", dpo))
                .hasMessageContaining("identity card number")
                .hasMessageNotContaining("Q700007");
    }

    @Test
    void aReportIsApprovedBySomebodyElseAndItsSendingStartsTheNextClock() {
        IncidentId id = opened();
        incidents.confirmLoss(id, Set.of(lost), "searched", head);
        reports.draft(id, Set.of(Form.DPO_C2), dpo);
        assertThatThrownBy(() -> reports.approve(id, Form.DPO_C2, head)).hasMessageContaining("drafted");
        reports.ready(id, Form.DPO_C2, dpo);
        assertThatThrownBy(() -> reports.approve(id, Form.DPO_C2, dpo)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> reports.sent(id, Form.DPO_C2, "e-mail", clock.instant(), dpo))
                .hasMessageContaining("approved");
        reports.approve(id, Form.DPO_C2, head);
        reports.sent(id, Form.DPO_C2, "by hand", clock.instant(), dpo);
        assertThat(clock(id, "hk-c2").state()).isEqualTo(Clock.State.MET);
        assertThat(clock(id, "hk-c31").state()).isEqualTo(Clock.State.RUNNING);
        reports.acknowledged(id, Form.DPO_C2, "GIRO 24/123", dpo);
        assertThat(reports.reports(id)).singleElement().satisfies(report -> {
            assertThat(report.status()).isEqualTo(AuthorityReport.Status.ACKNOWLEDGED);
            assertThat(report.receipt()).isEqualTo("GIRO 24/123");
        });
    }

    private Clock clock(IncidentId id, String rule) {
        return incidents.clocks(id).stream()
                .filter(one -> one.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void notesAreForAFewAndTheirReadingIsRecorded() {
        IncidentId id = opened();
        caseWork.note(id, "the officer said", dpo);
        ActorId courier = staff.person(Role.COURIER);
        assertThatThrownBy(() -> caseWork.notes(id, courier)).isInstanceOf(Forbidden.class);
        assertThat(caseWork.notes(id, head)).hasSize(1);
        assertThat(incidents.timeline(id))
                .extracting(TimelineLine::act)
                .contains("incident.note-written", "incident.notes-read");
    }

    @Test
    void theStatementIsDraftedInThreeLanguagesAndApprovedByTheHeadAlone() {
        IncidentId id = opened();
        incidents.confirmLoss(id, Set.of(lost), "searched", head);
        Map<Language, String> text = statements.draft(id, dpo).text();
        assertThat(text).hasSize(3);
        assertThat(text.get(Language.EN)).contains("backup tapes");
        assertThat(text.get(Language.ZH_HANT)).contains("備份磁帶");
        assertThatThrownBy(() -> statements.approve(id, dpo)).isInstanceOf(Forbidden.class);
        assertThat(statements.approve(id, head).approver()).contains(head);
        assertThat(statements.edit(id, Language.EN, "Other words.", dpo).approver())
                .isEmpty();
    }
}
