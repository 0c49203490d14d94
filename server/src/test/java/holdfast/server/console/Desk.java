package holdfast.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.access.Invitations;
import holdfast.server.access.Language;
import holdfast.server.access.Role;
import holdfast.server.custody.ConsignmentId;
import holdfast.server.custody.Consignments;
import holdfast.server.media.Cartridges;
import holdfast.server.media.SealNumber;
import holdfast.server.media.Whereabouts;
import holdfast.server.place.Places;
import holdfast.server.place.Site;
import holdfast.server.place.SiteId;
import holdfast.server.procedure.Guidelines;
import holdfast.server.record.ActorId;
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
import org.springframework.context.ApplicationContext;

/** An office of two sites and its people, who do everything in a browser. */
final class Desk {
    private static final String PASSWORD = "a quiet harbour at night";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    final SiteId tower;
    final SiteId offices;
    final ActorId operator;
    final ActorId giver;
    final ActorId receiver;
    final ActorId courier;
    final ActorId manager;

    private final ApplicationContext context;
    private final Staff staff;
    private final int port;
    private final Map<ActorId, Visitor> signedIn = new HashMap<>();
    private final int number = NUMBERS.incrementAndGet();

    Desk(ApplicationContext context, int port) {
        this.context = context;
        this.staff = context.getBean(Staff.class);
        this.port = port;
        this.tower = new SiteId("desk-tower-" + number);
        this.offices = new SiteId("desk-offices-" + number);
        Places places = service(Places.class);
        places.add(new Site(tower, "Harbour Tower " + number, "", "", ""), staff.administrator());
        places.add(new Site(offices, "Queensway " + number, "", "", ""), staff.administrator());
        places.route(tower, offices, Duration.ofMinutes(45), staff.administrator());
        this.operator = posted(Role.OPERATOR, tower);
        this.giver = posted(Role.SITE_OFFICER, tower);
        this.receiver = posted(Role.SITE_OFFICER, offices);
        this.courier = staff.person(Role.COURIER);
        this.manager = staff.person(Role.MANAGER);
    }

    <T> T service(Class<T> type) {
        return context.getBean(type);
    }

    ActorId person(Role role) {
        return staff.person(role);
    }

    ActorId posted(Role role, SiteId site) {
        ActorId person = staff.person(role);
        service(Places.class).post(person, site, staff.administrator());
        return person;
    }

    static int next() {
        return NUMBERS.incrementAndGet();
    }

    Whereabouts whereabouts(String barcode) {
        return service(Cartridges.class).cartridge(new Barcode(barcode)).whereabouts();
    }

    String registered() {
        String barcode = "DK%04dL9".formatted(NUMBERS.incrementAndGet());
        done(operator, "/media/new", cartridgeForm(barcode));
        assertThat(whereabouts(barcode)).isEqualTo(new Whereabouts.AtSite(tower));
        return barcode;
    }

    Map<String, String> cartridgeForm(String barcode) {
        return new HashMap<>(Map.of(
                "barcode", barcode.toLowerCase(java.util.Locale.ROOT),
                "make", "Acme",
                "model", "LTO-9",
                "serial", "SN" + barcode,
                "classification", "RESTRICTED",
                "site", tower.value(),
                "origin", "HOLDFAST"));
    }

    String packedCase(String... barcodes) {
        String box = "DESK-" + NUMBERS.incrementAndGet();
        done(
                operator,
                "/cases/new",
                Map.of("id", box, "description", "proof", "lock", "L", "slots", "5", "site", tower.value()));
        done(operator, "/cases/" + box + "/pack", Map.of("barcodes", String.join("\n", barcodes)));
        return box;
    }

    String seal() {
        return "DESKSEAL-" + number + "-" + NUMBERS.get();
    }

    /** A case that has left: sealed, released, taken by the courier, who has read the guideline. */
    ConsignmentId onTheWay(String box, String seal) {
        ConsignmentId id = released(box, seal);
        Consignments consignments = service(Consignments.class);
        consignments.take(id, consignments.taking(id).confirm(new SealNumber(seal)), courier);
        return id;
    }

    ConsignmentId released(String box, String seal) {
        done(operator, "/cases/" + box + "/seal", Map.of("seal", seal));
        Guidelines guidelines = service(Guidelines.class);
        guidelines.issue(guidelines.suggested(), manager);
        guidelines.acknowledge(guidelines.inForce().orElseThrow().number(), Language.EN, courier);
        ConsignmentId id =
                new ConsignmentId(done(giver, "/transit/plan", plan(box)).replaceAll(".*/", ""));
        Consignments consignments = service(Consignments.class);
        consignments.release(id, consignments.departure(id, giver).confirm(new SealNumber(seal)), giver);
        return id;
    }

    /** Counts a consignment on the phone's page; the page that tells what it came to. */
    String counted(ActorId by, ConsignmentId id, String box, String seal, String... barcodes) {
        String path = "/transit/" + id + "/receive";
        String form = page(by, path);
        HttpResponse<String> answer = as(by).post(
                        path,
                        Map.of(
                                "handOver", hidden("handOver", form),
                                "at", hidden("at", form),
                                "case", box,
                                "seal", seal,
                                "barcodes", String.join("\n", barcodes)));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String hidden(String name, String page) {
        return page.replaceAll("(?s).*name=\"" + name + "\" value=\"([^\"]*)\".*", "$1");
    }

    Map<String, String> plan(String box) {
        String due = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")
                .withZone(service(ZoneId.class))
                .format(service(SettableClock.class).instant().plus(Duration.ofHours(2)));
        return Map.of(
                "from", tower.value(), "to", offices.value(), "cases", box, "carrier", courier.value(), "due", due);
    }

    String query(String box) {
        StringBuilder query = new StringBuilder();
        plan(box)
                .forEach((name, value) ->
                        query.append(name).append('=').append(value).append('&'));
        return query.toString();
    }

    String page(ActorId person, String path) {
        HttpResponse<String> answer = as(person).get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.body()).as(path).doesNotContain("??");
        return answer.body();
    }

    /** Posts a form; where the browser is sent next. */
    String done(ActorId person, String path, Map<String, String> fields) {
        HttpResponse<String> answer = as(person).post(path, fields);
        assertThat(answer.statusCode()).as(path).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceAll("^http://[^/]*", "");
    }

    void forbidden(ActorId person, String path, Map<String, String> fields) {
        assertThat(as(person).post(path, fields).statusCode())
                .as(person + " at " + path)
                .isEqualTo(403);
    }

    Visitor as(ActorId person) {
        return signedIn.computeIfAbsent(person, one -> {
            Invitations invitations = service(Invitations.class);
            invitations.accept(invitations.invite(one, staff.administrator()), PASSWORD);
            Visitor visitor = new Visitor(port);
            visitor.signIn(one.value(), PASSWORD);
            return visitor;
        });
    }
}
