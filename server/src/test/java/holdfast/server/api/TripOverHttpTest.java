package holdfast.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.access.ApiTokens;
import holdfast.server.access.Role;
import holdfast.server.api.Caller.Answer;
import holdfast.server.place.Places;
import holdfast.server.place.Site;
import holdfast.server.place.SiteId;
import holdfast.server.procedure.Guidelines;
import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.SettableClock;
import holdfast.server.testing.Staff;
import holdfast.server.watch.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A whole trip over HTTP on the whole server, nothing faked; and every address tried by those who may not. */
@HoldfastTest
class TripOverHttpTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Staff staff;
    private final Places places;
    private final Guidelines guidelines;
    private final Watch watch;
    private final ApiTokens tokens;
    private final SettableClock clock;
    private final int port;

    private final String suffix = "x" + NUMBERS.incrementAndGet();
    private final String seal = "SEAL-" + NUMBERS.incrementAndGet();
    private String from = "";
    private String to = "";
    private ActorId courier = ActorId.SYSTEM;
    private ActorId head = ActorId.SYSTEM;
    private Caller operator = Caller.stranger(0);
    private Caller giver = operator;
    private Caller carrier = operator;
    private Caller receiver = operator;
    private Caller auditor = operator;

    TripOverHttpTest(
            Staff staff,
            Places places,
            Guidelines guidelines,
            Watch watch,
            ApiTokens tokens,
            SettableClock clock,
            @LocalServerPort int port) {
        this.staff = staff;
        this.places = places;
        this.guidelines = guidelines;
        this.watch = watch;
        this.tokens = tokens;
        this.clock = clock;
        this.port = port;
    }

    @BeforeEach
    void anOffice() {
        ActorId admin = staff.administrator();
        from = places.add(new Site(new SiteId("tower-" + suffix), "Harbour Tower", "", "", ""), admin)
                .id()
                .value();
        to = places.add(new Site(new SiteId("offices-" + suffix), "Queensway", "", "", ""), admin)
                .id()
                .value();
        head = staff.person(Role.HEAD);
        courier = staff.person(Role.COURIER);
        operator = posted(Role.OPERATOR, from);
        giver = posted(Role.SITE_OFFICER, from);
        receiver = posted(Role.SITE_OFFICER, to);
        carrier = Caller.as(courier, tokens, port);
        auditor = Caller.as(staff.person(Role.AUDITOR), tokens, port);
        guidelines.issue(guidelines.suggested(), staff.person(Role.MANAGER));
    }

    private Caller posted(Role role, String site) {
        ActorId person = staff.person(role);
        places.post(person, new SiteId(site), staff.administrator());
        return Caller.as(person, tokens, port);
    }

    @Test
    void aCaseTravelsAndItsSilenceRings() {
        List<String> inside = List.of(cartridge(), cartridge(), cartridge());
        String box = sealedCase(inside, seal);
        String id = planned(box);

        JsonNode before = ok(giver.get("/api/consignments/" + id + "/departure"));
        assertThat(before.at("/permitted").asBoolean()).isFalse();
        assertThat(before.at("/findings/0/rule").asString()).isEqualTo("guideline-acknowledged");
        Answer refused = release(id, box, seal, before);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).startsWith("application/problem+json");
        assertThat(refused.json().at("/type").asString()).isEqualTo("urn:holdfast:problem:forbidden-by-procedure");
        int number = ok(carrier.get("/api/me/guideline")).at("/number").asInt();
        assertThat(carrier.post("/api/me/guideline/" + number + "/acknowledge", Map.of())
                        .status())
                .isEqualTo(204);

        JsonNode shown = ok(giver.get("/api/consignments/" + id + "/departure"));
        assertThat(shown.at("/facts").asString()).doesNotContain(seal);
        assertThat(release(id, box, "S-WRONG", shown).status()).isEqualTo(409);
        assertThat(release(id, box, seal, shown).status()).isEqualTo(200);
        JsonNode taking = ok(carrier.get("/api/consignments/" + id + "/taking"));
        assertThat(taking.toString())
                .as("nothing to count is told to the carrier")
                .doesNotContain(inside);
        ok(carrier.post(
                "/api/consignments/" + id + "/take",
                Map.of("seals", Map.of(box, seal), "shown", taking.at("/shown").asString())));
        for (Caller mayCount : List.of(operator, giver, carrier, receiver)) {
            assertThat(mayCount.get("/api/cartridges").body())
                    .as("the register does not tell what to count")
                    .doesNotContain(inside);
            assertThat(mayCount.get("/api/cartridges/" + inside.getFirst()).status())
                    .isEqualTo(404);
            assertThat(mayCount.get("/api/cartridges/" + inside.getFirst() + "/consignments")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(auditor.get("/api/cartridges").body()).contains(inside);
        assertThat(ok(auditor.get("/api/cartridges/" + inside.getFirst()))
                        .at("/lastProven/who")
                        .asString())
                .isEqualTo(courier.value());
        assertThat(ok(receiver.get("/api/consignments/" + id)).has("cartridges")
                        && !ok(receiver.get("/api/consignments/" + id))
                                .at("/cartridges")
                                .isNull())
                .as("the receiver is not told what to count")
                .isFalse();

        clock.advance(Duration.ofMinutes(81));
        watch.ringDue();
        Ref about = new Ref("consignment", id);
        assertThat(watch.rang(about)).hasSize(3);
        assertThat(watch.rang(about).getLast().heard()).contains(head);

        JsonNode receipt = ok(receiver.post(
                "/api/consignments/" + id + "/receipts",
                Map.of("at", to, "seals", Map.of(box, seal), "cartridges", inside)));
        assertThat(receipt.at("/clean").asBoolean()).isTrue();
        assertThat(receipt.at("/late").asBoolean()).isTrue();
        assertThat(watch.open(about)).isEmpty();
        String entry = receipt.at("/handOver/entry").asString();
        assertThat(ok(auditor.get("/api/ledger/entries/" + entry)).at("/act").asString())
                .isEqualTo("handover.received");
        assertThat(ok(auditor.get("/api/ledger/about/consignment:" + id)).size())
                .isGreaterThanOrEqualTo(6);
    }

    @Test
    void strangersAndThoseWithoutTheRoleGetNothingDone() {
        String box = sealedCase(List.of(cartridge()), seal);
        String id = planned(box);
        List<String> acts = new ArrayList<>();
        for (String act : List.of("cancel", "release", "take", "receipts", "losses", "inspection")) {
            acts.add("/api/consignments/" + id + "/" + act);
        }
        acts.addAll(List.of("/api/consignments", "/api/cartridges", "/api/cases"));
        for (String act : List.of("pack", "unpack", "seal", "unseal", "declaration")) {
            acts.add("/api/cases/" + box + "/" + act);
        }
        acts.add("/api/cartridges/" + cartridge() + "/found");
        acts.add("/api/procedures/1/approve");
        Map<String, Object> plausible = plausible(box);
        Caller stranger = Caller.stranger(port);
        Map<String, Object> forCase = new HashMap<>(plausible);
        forCase.put("id", "KAPI-" + NUMBERS.incrementAndGet());
        for (String act : acts) {
            Map<String, Object> body = act.equals("/api/cases") ? forCase : plausible;
            assertThat(stranger.post(act, body).status()).as("stranger: " + act).isEqualTo(401);
            assertThat(auditor.post(act, body).status()).as("auditor: " + act).isEqualTo(403);
            if (!act.endsWith("/take")) {
                assertThat(carrier.post(act, body).status())
                        .as("courier: " + act)
                        .isEqualTo(403);
            }
        }
        for (String read : List.of(
                "/api/ledger/status", "/api/ledger/entries", "/api/ledger/about/case:" + box, "/api/incidents")) {
            assertThat(carrier.get(read).status()).as("courier: " + read).isEqualTo(403);
            assertThat(stranger.get(read).status()).as("stranger: " + read).isEqualTo(401);
        }
        assertThat(carrier.get("/api/consignments/" + id + "/departure").status())
                .isEqualTo(403);
        assertThat(ok(auditor.get("/api/consignments/" + id)).at("/state").asString())
                .isEqualTo("PLANNED");
    }

    private Map<String, Object> plausible(String box) {
        return Map.ofEntries(
                Map.entry("seals", Map.of(box, seal)),
                Map.entry("shown", "0".repeat(64)),
                Map.entry("at", to),
                Map.entry("cartridges", List.of("HF0001L9")),
                Map.entry("basis", "none"),
                Map.entry("reason", "none"),
                Map.entry("circumstances", "none"),
                Map.entry("seal", seal),
                Map.entry("cases", Set.of(box)),
                Map.entry("legs", List.of(leg())),
                Map.entry("id", "3b241101-e2bb-4255-8caf-4136c566a962"),
                Map.entry("barcode", "HFX" + NUMBERS.incrementAndGet() + "L9"),
                Map.entry("make", "M"),
                Map.entry("model", "LTO-9"),
                Map.entry("serial", "1"),
                Map.entry("classification", "RESTRICTED"),
                Map.entry("site", from),
                Map.entry("description", "d"),
                Map.entry("lock", "l"),
                Map.entry("slots", 3));
    }

    private Map<String, Object> leg() {
        return Map.of(
                "from",
                from,
                "to",
                to,
                "carrier",
                courier.value(),
                "due",
                clock.instant().plus(Duration.ofMinutes(50)).toString());
    }

    private String planned(String box) {
        return ok(operator.post("/api/consignments", Map.of("cases", List.of(box), "legs", List.of(leg()))))
                .at("/id")
                .asString();
    }

    private Answer release(String id, String box, String read, JsonNode shown) {
        return giver.post(
                "/api/consignments/" + id + "/release",
                Map.of("seals", Map.of(box, read), "shown", shown.at("/shown").asString()));
    }

    private String cartridge() {
        String barcode = "API" + (1000 + NUMBERS.incrementAndGet()) + "L9";
        ok(operator.post(
                "/api/cartridges",
                Map.of(
                        "barcode",
                        barcode,
                        "make",
                        "Maker",
                        "model",
                        "LTO-9",
                        "serial",
                        barcode,
                        "classification",
                        "RESTRICTED",
                        "site",
                        from)));
        return barcode;
    }

    private String sealedCase(List<String> inside, String number) {
        String box = "KAPI-" + NUMBERS.incrementAndGet();
        ok(operator.post(
                "/api/cases", Map.of("id", box, "description", "proof", "lock", "1", "slots", 20, "site", from)));
        ok(operator.post("/api/cases/" + box + "/pack", Map.of("cartridges", inside)));
        ok(operator.post("/api/cases/" + box + "/seal", Map.of("seal", number)));
        return box;
    }

    static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return answer.json();
    }
}
