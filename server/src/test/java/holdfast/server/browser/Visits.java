package holdfast.server.browser;

import holdfast.server.drill.DrilledOffice.Come;
import holdfast.server.media.CaseId;
import holdfast.server.media.Cases;
import holdfast.server.media.Stocktakes;
import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import holdfast.server.record.LedgerBook;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Every page of the console: by whom and where it is looked at. A new page needs a line here, or the tests say so. */
final class Visits {
    private static final String HEAD = "head";
    private static final String DPO = "dpo";
    private static final String OPERATOR = "operator";
    private static final String GIVER = "officer-a";
    private static final String COURIER = "officer-b";
    private static final String RECEIVER = "officer-c";
    private static final String MANAGER = "manager";
    private static final String ADMIN = "admin";
    private static final String AUDITOR = "auditor";
    private static final String KEY_HOLDER = "keyholder-1";
    private static final String NOBODY = "";

    static final List<Visit> ALL = List.of(
            Visit.of("/", HEAD),
            Visit.of("/", COURIER),
            Visit.of("/", ADMIN),
            Visit.of("/transit", OPERATOR),
            new Visit(
                    "/transit/{id}",
                    MANAGER,
                    scene -> "/transit/" + scene.office().lostConsignment()),
            new Visit("/transit/{id}", RECEIVER, trip(Come.TAKEN, "")),
            new Visit("/transit/{id}", GIVER, trip(Come.PLANNED, "")),
            new Visit("/transit/{id}", DPO, trip(Come.PARTIAL, "")),
            new Visit("/transit/{id}", OPERATOR, trip(Come.PARTIAL, "")),
            new Visit("/transit/{id}/release", GIVER, trip(Come.PLANNED, "/release")),
            new Visit("/transit/{id}/take", COURIER, trip(Come.RELEASED, "/take")),
            new Visit("/transit/{id}/receive", RECEIVER, trip(Come.TAKEN, "/receive")),
            new Visit("/transit/plan", GIVER, Visits::plan),
            Visit.of("/stocktakes", MANAGER),
            new Visit("/stocktakes/{id}", GIVER, Visits::count),
            new Visit("/stocktakes/{id}", MANAGER, Visits::count),
            Visit.of("/drills", OPERATOR),
            Visit.of("/media", OPERATOR),
            Visit.of("/media/new", OPERATOR),
            Visit.of("/media/found", RECEIVER),
            Visit.of("/cases/new", OPERATOR),
            new Visit(
                    "/media/{barcode}",
                    OPERATOR,
                    scene -> "/media/" + scene.office().lostCartridge()),
            new Visit(
                    "/cases/{id}", OPERATOR, scene -> "/cases/" + scene.office().lostCase()),
            new Visit(
                    "/cases/{id}",
                    GIVER,
                    scene -> "/cases/" + scene.trip(Come.PLANNED).caseId()),
            Visit.of("/incidents", HEAD),
            new Visit("/incidents/{id}", HEAD, incident("")),
            new Visit("/incidents/{id}", DPO, incident("")),
            new Visit("/incidents/{id}/questions", DPO, incident("/questions")),
            new Visit("/incidents/{id}/notices", DPO, incident("/notices")),
            new Visit("/incidents/{id}/notices", HEAD, incident("/notices")),
            new Visit("/incidents/{id}/statement", DPO, incident("/statement")),
            new Visit("/incidents/{id}/work", HEAD, incident("/work")),
            Visit.of("/keys/notices", KEY_HOLDER),
            new Visit("/incidents/{id}/proof", AUDITOR, incident("/proof")),
            new Visit("/incidents/{id}/batches/{batch}", HEAD, incident("/batches/1")),
            Visit.of("/notices", DPO),
            Visit.of("/desk", DPO),
            Visit.of("/ledger", AUDITOR),
            new Visit("/ledger/{id}", AUDITOR, scene -> "/ledger/" + anEntry(scene)),
            Visit.of("/keys", KEY_HOLDER),
            Visit.of("/procedures", MANAGER),
            Visit.of("/procedures/new", MANAGER),
            new Visit("/procedures/{number:[0-9]+}", HEAD, scene -> "/procedures/1"),
            Visit.of("/guidelines/new", MANAGER),
            Visit.of("/settings", ADMIN),
            Visit.of("/passkeys", ADMIN),
            Visit.of("/affected", NOBODY),
            Visit.of("/sign-in", NOBODY),
            Visit.of("/welcome", NOBODY));

    /** Addresses of the console that are no pages, or pages that other tests look at; each with the reason. */
    static final Map<String, String> ELSEWHERE = Map.of(
            "/sw.js", "a script",
            "/incidents/{id}/reports/{form}.pdf", "a file",
            "/incidents/{id}/reports/{form}.json", "a file",
            "/ledger/{id}/proof", "a file",
            "/incidents/{id}/progress", "a part of the incident's page: LiveProgressTest",
            "/set-up", "only on a new server: PasskeyTest");

    /** Pages that still show English sentences of the services in Chinese. To be emptied; nothing is to be added. */
    static final Set<String> STILL_ENGLISH = Set.of("/incidents/{id}", "/keys", "/procedures");

    private Visits() {}

    private static Function<Scene, String> trip(Come far, String tail) {
        return scene -> "/transit/" + scene.trip(far).consignment() + tail;
    }

    /** A plan that is complete enough to be answered: of an open, empty case, so that something is against it. */
    private static String plan(Scene scene) {
        CaseId free = new CaseId("K-30");
        Cases cases = scene.office().service(Cases.class);
        SiteId tower = new SiteId("tower");
        if (cases.at(tower).stream().noneMatch(box -> box.id().equals(free))) {
            cases.register(free, "water-proof", "lock 30", 10, tower, new ActorId(OPERATOR));
        }
        return "/transit/plan?from=tower&to=queensway&cases=K-30&carrier=" + COURIER;
    }

    /** A count that was begun and not given: the phone's screen. */
    private static String count(Scene scene) {
        return "/stocktakes/" + scene.office().service(Stocktakes.class).begin(new SiteId("tower"), new ActorId(GIVER));
    }

    private static Function<Scene, String> incident(String tail) {
        return scene -> "/incidents/" + scene.office().incident() + tail;
    }

    private static String anEntry(Scene scene) {
        return scene.office()
                .service(LedgerBook.class)
                .page(Long.MAX_VALUE, 1)
                .getFirst()
                .id()
                .toString();
    }
}
