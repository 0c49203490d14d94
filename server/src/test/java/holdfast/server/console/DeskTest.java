package holdfast.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.access.Invitations;
import holdfast.server.access.Role;
import holdfast.server.custody.Confirmation;
import holdfast.server.custody.ConsignmentId;
import holdfast.server.custody.Consignments;
import holdfast.server.media.Cartridges;
import holdfast.server.media.CaseId;
import holdfast.server.media.Disposals;
import holdfast.server.media.SealNumber;
import holdfast.server.media.Stocktakes;
import holdfast.server.media.Whereabouts;
import holdfast.server.place.Places;
import holdfast.server.place.Site;
import holdfast.server.place.SiteId;
import holdfast.server.procedure.Guidelines;
import holdfast.server.procedure.Procedures;
import holdfast.server.record.ActorId;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.SettableClock;
import holdfast.server.testing.Staff;
import holdfast.server.testing.Visitor;
import holdfast.tape.Barcode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The whole custody side in a browser, without REST; and every act of it tried by those who may not. */
@HoldfastTest
class DeskTest {
    private static final String PASSWORD = "a quiet harbour at night";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final ApplicationContext context;
    private final Staff staff;
    private final Map<ActorId, Visitor> signedIn = new HashMap<>();
    private final int number = NUMBERS.incrementAndGet();
    private final SiteId tower = new SiteId("desk-tower-" + number);
    private final SiteId offices = new SiteId("desk-offices-" + number);
    private final ActorId operator;
    private final ActorId giver;
    private final ActorId receiver;
    private final ActorId courier;
    private final ActorId manager;

    @LocalServerPort
    private int port;

    DeskTest(ApplicationContext context, Staff staff) {
        this.context = context;
        this.staff = staff;
        Places places = context.getBean(Places.class);
        places.add(new Site(tower, "Harbour Tower " + number, "", "", ""), staff.administrator());
        places.add(new Site(offices, "Queensway " + number, "", "", ""), staff.administrator());
        places.route(tower, offices, Duration.ofMinutes(45), staff.administrator());
        this.operator = staff.person(Role.OPERATOR);
        this.giver = staff.person(Role.SITE_OFFICER);
        this.receiver = staff.person(Role.SITE_OFFICER);
        this.courier = staff.person(Role.COURIER);
        this.manager = staff.person(Role.MANAGER);
        places.post(operator, tower, staff.administrator());
        places.post(giver, tower, staff.administrator());
        places.post(receiver, offices, staff.administrator());
    }

    @Test
    void aCaseIsRegisteredPackedDeclaredSealedPlannedAndLetGoWithoutREST() {
        String barcode = registered();
        String box = packedCase(barcode);
        done(operator, "/cases/" + box + "/declare", Map.of("label", "RESTRICTED", "keys", ""));
        done(operator, "/cases/" + box + "/seal", Map.of("seal", seal()));
        assertThat(page(operator, "/cases/" + box)).contains("is sealed").doesNotContain(seal());

        String answer = page(giver, "/transit/plan?" + query(box));
        assertThat(answer).contains("If this case never arrives", "Plan it");
        String page = done(giver, "/transit/plan", plan(box));
        assertThat(page).matches(".*/transit/C-\\d+");
        assertThat(page(giver, page)).contains(page + "/release", "Call it off");
        assertThat(page(courier, page)).doesNotContain(page + "/release").doesNotContain("Call it off");
        done(manager, page + "/cancel", Map.of("reason", "the road is flooded"));
        assertThat(page(giver, page)).contains("called off");
        assertThat(page(giver, "/transit/plan?from=" + tower))
                .as("its case is free again")
                .contains(box);
    }

    @Test
    void whatSpeaksAgainstAJourneyIsSaidBeforeAnythingIsAgreed() {
        String box = packedCase(registered());
        String answer = page(giver, "/transit/plan?" + query(box));
        assertThat(answer).contains("Case " + box + " is not sealed");
        assertThat(context.getBean(Consignments.class).free(tower)).contains(new CaseId(box));
        Visitor stranger = as(courier);
        assertThat(stranger.get("/transit/plan").statusCode()).isEqualTo(403);
        assertThat(stranger.post("/transit/plan", plan(box)).statusCode()).isEqualTo(403);
        assertThat(page(giver, "/transit/plan?from=nowhere&to=x&cases=y&carrier=z&due=soon"))
                .contains("cannot be planned");
    }

    @Test
    void aForeignCartridgeIsRegisteredWithABoundAndNotWithout() {
        Map<String, String> form = cartridgeForm("FR%04dL5".formatted(NUMBERS.incrementAndGet()));
        form.put("origin", "FOREIGN");
        form.put("software", "OtherBackup 9");
        form.put("contents", "payroll of 2011");
        form.put("encryption", "none known");
        as(operator).post("/media/new", form);
        assertThat(page(operator, "/media/new")).contains("Say what wrote it");
        form.put("atMost", "5000");
        as(operator).post("/media/new", form);
        assertThat(page(operator, "/media/" + form.get("barcode"))).contains("unknown, at most 5,000");
    }

    @Test
    void whoeverCarriesOrOnlyManagesRegistersAndPacksNothing() {
        String barcode = registered();
        String box = packedCase(registered());
        for (ActorId one : new ActorId[] {courier, manager, staff.person(Role.AUDITOR)}) {
            assertThat(as(one).get("/media/new").statusCode()).isEqualTo(403);
            assertThat(as(one).get("/cases/new").statusCode()).isEqualTo(403);
            assertThat(as(one).get("/media/found").statusCode()).isEqualTo(403);
            forbidden(one, "/media/new", cartridgeForm("XX%04dL9".formatted(NUMBERS.incrementAndGet())));
            forbidden(one, "/cases/" + box + "/pack", Map.of("barcodes", barcode));
            forbidden(one, "/cases/" + box + "/unpack", Map.of("barcodes", barcode));
            forbidden(one, "/cases/" + box + "/seal", Map.of("seal", seal()));
            forbidden(one, "/cases/" + box + "/declare", Map.of("label", "SECRET"));
            assertThat(page(one, "/cases/" + box)).doesNotContain("/pack\"").doesNotContain("/seal\"");
            assertThat(page(one, "/media")).doesNotContain("/media/new");
        }
    }

    @Test
    void aDisposalTakesTwoPersonsInTheBrowserToo() {
        String barcode = registered();
        String page = "/media/" + barcode;
        forbidden(giver, page + "/disposal", Map.of("reason", "worn out"));
        done(manager, page + "/disposal", Map.of("reason", "worn out"));
        assertThat(page(manager, page)).contains("other than you", "worn out").doesNotContain("/disposal/done");
        forbidden(manager, page + "/disposal/done", Map.of("certificate", "CERT-1"));
        forbidden(operator, page + "/disposal/done", Map.of("certificate", "CERT-1"));
        done(manager, page + "/hold", Map.of("reason", "HCMP 12/2025"));
        ActorId other = staff.person(Role.HEAD);
        done(other, page + "/disposal/done", Map.of("certificate", "CERT-1"));
        assertThat(page(other, page)).as("refused, and said so").contains("HCMP 12/2025");
        assertThat(whereabouts(barcode)).isInstanceOf(Whereabouts.AtSite.class);
        forbidden(operator, page + "/hold/end", Map.of("reason", "I say so"));
        done(manager, page + "/hold/end", Map.of("reason", "judgment given"));
        done(other, page + "/disposal/done", Map.of("certificate", "CERT-1"));
        assertThat(whereabouts(barcode)).isInstanceOf(Whereabouts.Disposed.class);
        assertThat(context.getBean(Disposals.class).waiting(new Barcode(barcode)))
                .isEmpty();
    }

    @Test
    void theRegisterDoesNotTellWhatIsReleasedOrOnTheWayToWhoeverMayCount() {
        String barcode = registered();
        String box = packedCase(barcode);
        String seal = seal();
        done(operator, "/cases/" + box + "/seal", Map.of("seal", seal));
        ActorId auditor = staff.person(Role.AUDITOR);
        Guidelines guidelines = context.getBean(Guidelines.class);
        guidelines.issue(guidelines.suggested(), manager);
        guidelines.acknowledge(
                guidelines.inForce().orElseThrow().number(), holdfast.server.access.Language.EN, courier);
        ConsignmentId id =
                new ConsignmentId(done(giver, "/transit/plan", plan(box)).replaceAll(".*/", ""));
        Consignments consignments = context.getBean(Consignments.class);
        assertThat(page(receiver, "/media")).contains(barcode);

        Confirmation release = consignments.departure(id, giver).confirm(new SealNumber(seal));
        consignments.release(id, release, giver);
        keptFromAllWhoMayCount(barcode, box);
        consignments.take(id, consignments.taking(id).confirm(new SealNumber(seal)), courier);
        keptFromAllWhoMayCount(barcode, box);
        assertThat(page(auditor, "/media")).contains(barcode);
        assertThat(page(auditor, "/media/" + barcode)).contains(barcode);
    }

    private void keptFromAllWhoMayCount(String barcode, String box) {
        for (ActorId one : new ActorId[] {operator, giver, receiver, courier}) {
            for (String list :
                    new String[] {"/media", "/media?q=" + barcode, "/media?state=transit", "/cases/" + box}) {
                String links = page(one, list).replaceAll("<input[^>]*>|[?&;]q=[A-Z0-9]*", "");
                assertThat(links).as(list).doesNotContain(barcode);
            }
            HttpResponse<String> asked = as(one).get("/media/" + barcode);
            HttpResponse<String> unknown = as(one).get("/media/NOSUCH01");
            assertThat(asked.statusCode()).isEqualTo(404);
            assertThat(asked.body().replace(barcode, "NOSUCH01"))
                    .as("nothing tells it from a barcode that nobody registered")
                    .isEqualTo(unknown.body());
        }
    }

    @Test
    void aCountIsGivenBlindAndItsDifferenceIsExplainedBySomebodyElse() {
        String here = registered();
        String gone = registered();
        forbidden(receiver, "/stocktakes", Map.of("site", tower.value()));
        forbidden(giver, "/stocktakes/rhythm", Map.of("site", tower.value(), "days", "300"));
        done(manager, "/stocktakes/rhythm", Map.of("site", tower.value(), "days", "30"));
        String count = done(giver, "/stocktakes", Map.of("site", tower.value()));
        assertThat(page(giver, count)).contains("Scan every cartridge").doesNotContain(here);
        assertThat(page(manager, count)).doesNotContain(here).doesNotContain(gone);
        forbidden(operator, count, Map.of("barcodes", here));
        done(giver, count, Map.of("barcodes", here + "\n!!", "cases", ""));
        assertThat(page(giver, count))
                .as("a mistyped number is said, and nothing is lost")
                .contains("A barcode has");
        done(giver, count, Map.of("barcodes", here, "cases", ""));
        assertThat(page(giver, count)).contains(gone, "nobody saw it").doesNotContain("Explain it");
        String finding = context.getBean(Stocktakes.class)
                .at(tower)
                .getFirst()
                .findings()
                .getFirst()
                .id()
                .toString();
        forbidden(giver, "/stocktakes/findings/" + finding, Map.of("explanation", "it is in my drawer"));
        done(manager, "/stocktakes/findings/" + finding, Map.of("explanation", "it was in the drive"));
        assertThat(page(manager, count)).contains("it was in the drive");
    }

    @Test
    void aProcedureIsProposedByOneAndPutInForceByAnother() {
        Map<String, String> form = new HashMap<>(Map.of("title", "Desk", "reason", "tried", "rules", "two-persons"));
        forbidden(operator, "/procedures/new", form);
        String version = done(manager, "/procedures/new", form);
        assertThat(version).matches(".*/procedures/\\d+");
        assertThat(page(manager, version)).doesNotContain("/approve");
        done(manager, version + "/approve", Map.of());
        int number = Integer.parseInt(version.replaceAll(".*/", ""));
        assertThat(context.getBean(Procedures.class).inForce().number()).isNotEqualTo(number);
        forbidden(operator, version + "/approve", Map.of());
        forbidden(operator, "/guidelines/new", Map.of("title.EN", "x"));
        forbidden(courier, "/guidelines/suggested", Map.of());
        assertThat(page(staff.person(Role.HEAD), version)).contains("/approve", "no longer asked");
        assertThat(page(operator, "/procedures")).doesNotContain("/procedures/new");
    }

    @Test
    void aDrillIsRecordedOnlyByItsOutcome() {
        forbidden(courier, "/drills", Map.of("outcome", "{}"));
        done(operator, "/drills", Map.of("outcome", "{\"scenario\":\"seven-tapes\"}"));
        assertThat(page(operator, "/drills")).contains("is missing");
        done(operator, "/drills", Map.of("outcome", """
                {"scenario":"seven-tapes","people":{"onLostMedia":76000,"bruteForce":75999},"cartridges":{"lost":7},
                 "minutes":{"dueToHead":30},"restore":{"identical":true},"ledger":{"verified":true},"wallSeconds":46.1}
                """));
        assertThat(page(operator, "/drills")).contains("76,000 persons", "came to another number", "not all proved");
    }

    private Whereabouts whereabouts(String barcode) {
        return context.getBean(Cartridges.class).cartridge(new Barcode(barcode)).whereabouts();
    }

    private String registered() {
        String barcode = "DK%04dL9".formatted(NUMBERS.incrementAndGet());
        done(operator, "/media/new", cartridgeForm(barcode));
        assertThat(whereabouts(barcode)).isEqualTo(new Whereabouts.AtSite(tower));
        return barcode;
    }

    private Map<String, String> cartridgeForm(String barcode) {
        return new HashMap<>(Map.of(
                "barcode", barcode.toLowerCase(java.util.Locale.ROOT),
                "make", "Acme",
                "model", "LTO-9",
                "serial", "SN" + barcode,
                "classification", "RESTRICTED",
                "site", tower.value(),
                "origin", "HOLDFAST"));
    }

    private String packedCase(String barcode) {
        String box = "DESK-" + NUMBERS.incrementAndGet();
        done(
                operator,
                "/cases/new",
                Map.of("id", box, "description", "proof", "lock", "L", "slots", "5", "site", tower.value()));
        done(operator, "/cases/" + box + "/pack", Map.of("barcodes", barcode));
        return box;
    }

    private String seal() {
        return "DESKSEAL-" + number + "-" + NUMBERS.get();
    }

    private Map<String, String> plan(String box) {
        String due = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")
                .withZone(context.getBean(ZoneId.class))
                .format(context.getBean(SettableClock.class).instant().plus(Duration.ofHours(2)));
        return Map.of(
                "from", tower.value(), "to", offices.value(), "cases", box, "carrier", courier.value(), "due", due);
    }

    private String query(String box) {
        StringBuilder query = new StringBuilder();
        plan(box)
                .forEach((name, value) ->
                        query.append(name).append('=').append(value).append('&'));
        return query.toString();
    }

    private String page(ActorId person, String path) {
        HttpResponse<String> answer = as(person).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.body()).as(path).doesNotContain("??");
        return answer.body();
    }

    /** Posts a form; where the browser is sent next. */
    private String done(ActorId person, String path, Map<String, String> fields) {
        HttpResponse<String> answer = as(person).post(path, fields);
        assertThat(answer.statusCode()).as(path).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceAll("^http://[^/]*", "");
    }

    private void forbidden(ActorId person, String path, Map<String, String> fields) {
        assertThat(as(person).post(path, fields).statusCode())
                .as(person + " at " + path)
                .isEqualTo(403);
    }

    private Visitor as(ActorId person) {
        return signedIn.computeIfAbsent(person, one -> {
            Invitations invitations = context.getBean(Invitations.class);
            invitations.accept(invitations.invite(one, staff.administrator()), PASSWORD);
            Visitor visitor = new Visitor(port);
            visitor.signIn(one.value(), PASSWORD);
            return visitor;
        });
    }
}
