package holdfast.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.access.Role;
import holdfast.server.custody.ConsignmentId;
import holdfast.server.custody.Consignments;
import holdfast.server.incident.Incident;
import holdfast.server.incident.Incidents;
import holdfast.server.media.CaseId;
import holdfast.server.media.SealNumber;
import holdfast.server.media.Whereabouts;
import holdfast.server.record.ActorId;
import holdfast.server.record.Entry;
import holdfast.server.record.LedgerBook;
import holdfast.server.record.Ref;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.Visitor;
import holdfast.tape.Barcode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A journey in a browser, from the packed case to what is missing or turns up again, without REST. */
@HoldfastTest
class TripPagesTest {
    private final Desk desk;

    TripPagesTest(ApplicationContext context, @LocalServerPort int port) {
        this.desk = new Desk(context, port);
    }

    @Test
    void aCaseIsRegisteredPackedDeclaredSealedPlannedAndLetGoWithoutREST() {
        String barcode = desk.registered();
        String box = desk.packedCase(barcode);
        desk.done(desk.operator, "/cases/" + box + "/declare", Map.of("label", "RESTRICTED", "keys", ""));
        desk.done(desk.operator, "/cases/" + box + "/seal", Map.of("seal", desk.seal()));
        assertThat(desk.page(desk.operator, "/cases/" + box))
                .contains("is sealed")
                .doesNotContain(desk.seal());

        String answer = desk.page(desk.giver, "/transit/plan?" + desk.query(box));
        assertThat(answer).contains("If this case never arrives", "Plan it");
        String page = desk.done(desk.giver, "/transit/plan", desk.plan(box));
        assertThat(page).matches(".*/transit/C-\\d+");
        assertThat(desk.page(desk.giver, page)).contains(page + "/release", "Call it off");
        assertThat(desk.page(desk.courier, page))
                .doesNotContain(page + "/release")
                .doesNotContain("Call it off");
        desk.done(desk.manager, page + "/cancel", Map.of("reason", "the road is flooded"));
        assertThat(desk.page(desk.giver, page)).contains("called off");
        assertThat(desk.page(desk.giver, "/transit/plan?from=" + desk.tower))
                .as("its case is free again")
                .contains(box);
    }

    @Test
    void whatSpeaksAgainstAJourneyIsSaidBeforeAnythingIsAgreed() {
        String box = desk.packedCase(desk.registered());
        String answer = desk.page(desk.giver, "/transit/plan?" + desk.query(box));
        assertThat(answer).contains("Case " + box + " is not sealed");
        assertThat(desk.service(Consignments.class).free(desk.tower)).contains(new CaseId(box));
        Visitor stranger = desk.as(desk.courier);
        assertThat(stranger.get("/transit/plan").statusCode()).isEqualTo(403);
        assertThat(stranger.post("/transit/plan", desk.plan(box)).statusCode()).isEqualTo(403);
        assertThat(desk.page(desk.giver, "/transit/plan?from=nowhere&to=x&cases=y&carrier=z&due=soon"))
                .contains("cannot be planned");
    }

    @Test
    void theRegisterDoesNotTellWhatIsReleasedOrOnTheWayToWhoeverMayCount() {
        String barcode = desk.registered();
        String box = desk.packedCase(barcode);
        String seal = desk.seal();
        ActorId auditor = desk.person(Role.AUDITOR);
        assertThat(desk.page(desk.receiver, "/media")).contains(barcode);

        ConsignmentId id = desk.released(box, seal);
        keptFromAllWhoMayCount(barcode, box);
        Consignments consignments = desk.service(Consignments.class);
        consignments.take(id, consignments.taking(id).confirm(new SealNumber(seal)), desk.courier);
        keptFromAllWhoMayCount(barcode, box);
        assertThat(desk.page(auditor, "/media")).contains(barcode);
        assertThat(desk.page(auditor, "/media/" + barcode)).contains(barcode);
    }

    @Test
    void howManyAreOnTheWayIsToldToNobodyWhoMayCountThem() {
        String box = desk.packedCase(desk.registered(), desk.registered(), desk.registered());
        ConsignmentId id = desk.onTheWay(box, desk.seal());
        ActorId auditor = desk.person(Role.AUDITOR);
        for (String page : List.of("/transit/" + id, "/transit", "/")) {
            assertThat(saidOf(id, desk.page(auditor, page))).as(page).contains("3 cartridges");
            for (ActorId one : List.of(desk.operator, desk.giver, desk.receiver, desk.courier)) {
                assertThat(saidOf(id, desk.page(one, page)))
                        .as("%s to %s", page, one)
                        .contains(box)
                        .doesNotContain("cartridge");
            }
        }
    }

    /** The words about a consignment at the head of its page, or of its part of a page. */
    private static String saidOf(ConsignmentId id, String page) {
        String words = page.replaceAll("(?s)<(svg|script)\\b.*?</\\1>", "").replaceAll("<[^>]*>", " ");
        int at = words.indexOf(id.value());
        return words.substring(Math.max(0, at - 200), Math.min(words.length(), at + 300));
    }

    @Test
    void whatArrivesInPartIsCountedAgainAndOnlyTheRestIsConfirmedLost() {
        String first = desk.registered();
        String second = desk.registered();
        String third = desk.registered();
        String box = desk.packedCase(first, second, third);
        String seal = desk.seal();
        ConsignmentId id = desk.onTheWay(box, seal);
        ActorId head = desk.person(Role.HEAD);

        assertThat(desk.counted(desk.receiver, id, box, seal, first)).contains(second, third, "Count again");
        assertThat(desk.page(desk.manager, "/transit/" + id)).contains("2 cartridges are missing");
        assertThat(desk.page(desk.operator, "/transit/" + id))
                .as("whoever may count again is not told how many")
                .contains("not as it left", "/media/found")
                .doesNotContain("2 cartridges");
        assertThat(desk.counted(desk.receiver, id, box, seal, second)).contains(third);
        Incident incident = desk.service(Incidents.class).about(id.ref()).orElseThrow();
        assertThat(incident.missing()).containsExactly(new Barcode(third));
        String file = "/incidents/" + incident.id();
        assertThat(desk.page(head, file)).contains("In hand again: " + second, "value=\"" + third);

        desk.done(head, file + "/confirm", Map.of("basis", "both sites searched", "cartridges", third));
        assertThat(desk.whereabouts(third)).isInstanceOf(Whereabouts.Lost.class);
        assertThat(desk.whereabouts(second)).isInstanceOf(Whereabouts.InCase.class);
        assertThat(desk.page(head, file)).contains("One cartridge is lost").doesNotContain("/confirm\"");
    }

    @Test
    void whatWasLostIsTakenBackBySomebodyOffTheTripAndThenExamined() {
        String barcode = desk.registered();
        String stays = desk.registered();
        String box = desk.packedCase(barcode, stays);
        String seal = desk.seal();
        ConsignmentId id = desk.onTheWay(box, seal);
        desk.counted(desk.receiver, id, box, seal, stays);
        Incidents incidents = desk.service(Incidents.class);
        String file = "/incidents/" + incidents.about(id.ref()).orElseThrow().id();
        ActorId head = desk.person(Role.HEAD);
        desk.done(head, file + "/confirm", Map.of("basis", "both sites searched", "cartridges", barcode));

        Map<String, String> found = Map.of(
                "what",
                "cartridge",
                "number",
                barcode,
                "site",
                desk.offices.value(),
                "circumstances",
                "a cleaner brought it from the lobby");
        desk.forbidden(desk.courier, "/media/found", found);
        String again = desk.done(desk.giver, "/media/found", found);
        assertThat(desk.page(desk.giver, again + "&lang=zh-Hant")).contains("你不駐守 " + desk.offices);
        assertThat(desk.whereabouts(barcode)).isInstanceOf(Whereabouts.Lost.class);
        ActorId other = desk.posted(Role.SITE_OFFICER, desk.offices);
        assertThat(desk.done(other, "/media/found", found)).endsWith("/media/" + barcode);
        assertThat(desk.whereabouts(barcode)).isInstanceOf(Whereabouts.Found.class);
        assertThat(desk.page(head, file)).contains("In hand again: " + barcode);
        assertThat(desk.service(LedgerBook.class).about(new Ref("cartridge", barcode)))
                .extracting(Entry::act)
                .contains("cartridge.found-again");
        desk.done(desk.operator, "/media/" + barcode + "/examined", Map.of("finding", "the shell is whole"));
        assertThat(desk.whereabouts(barcode)).isEqualTo(new Whereabouts.AtSite(desk.offices));
    }

    @Test
    void aSealThatDiffersIsInspectedBySomebodySenior() {
        String barcode = desk.registered();
        String box = desk.packedCase(barcode);
        ConsignmentId id = desk.onTheWay(box, desk.seal());
        String page = "/transit/" + id;
        assertThat(desk.counted(desk.receiver, id, box, "ANOTHER-1", barcode)).contains(box);

        assertThat(desk.page(desk.receiver, page))
                .contains("An inspection is waited for")
                .doesNotContain(page + "/inspection");
        desk.forbidden(desk.receiver, page + "/inspection", Map.of("finding", "I misread it"));
        assertThat(desk.page(desk.manager, page)).contains(page + "/inspection");
        desk.done(desk.manager, page + "/inspection", Map.of("finding", "the courier's van was searched"));
        assertThat(desk.page(desk.manager, page)).doesNotContain("An inspection is waited for");
    }

    @Test
    void aCarrierWhoTurnedBackIsCountedInWhereTheJourneyBegan() {
        String barcode = desk.registered();
        String box = desk.packedCase(barcode);
        String seal = desk.seal();
        ConsignmentId id = desk.onTheWay(box, seal);
        ActorId colleague = desk.posted(Role.SITE_OFFICER, desk.tower);
        desk.counted(colleague, id, box, seal, barcode);
        assertThat(desk.whereabouts(barcode)).isEqualTo(new Whereabouts.InCase(new CaseId(box), desk.tower));
    }

    private void keptFromAllWhoMayCount(String barcode, String box) {
        for (ActorId one : new ActorId[] {desk.operator, desk.giver, desk.receiver, desk.courier}) {
            for (String list :
                    new String[] {"/media", "/media?q=" + barcode, "/media?state=transit", "/cases/" + box}) {
                String links = desk.page(one, list).replaceAll("<input[^>]*>|[?&;]q=[A-Z0-9]*", "");
                assertThat(links).as(list).doesNotContain(barcode);
            }
            HttpResponse<String> asked = desk.as(one).get("/media/" + barcode);
            HttpResponse<String> unknown = desk.as(one).get("/media/NOSUCH01");
            assertThat(asked.statusCode()).isEqualTo(404);
            assertThat(asked.body().replace(barcode, "NOSUCH01"))
                    .as("nothing tells it from a barcode that nobody registered")
                    .isEqualTo(unknown.body());
        }
    }
}
