package holdfast.server.drill;

import static holdfast.server.access.Language.EN;
import static holdfast.server.access.Language.ZH_HANS;
import static holdfast.server.access.Language.ZH_HANT;

import holdfast.server.access.Language;
import holdfast.server.access.NewPerson;
import holdfast.server.access.Role;
import holdfast.server.place.Site;
import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import java.util.List;
import java.util.Set;

/** The office of the drill: two sites and the people who work there. None of them exists. */
final class Office {
    static final Site TOWER =
            new Site(new SiteId("tower"), "Harbour Tower", "海港大樓", "海港大楼", "1 Harbour Road, Wan Chai (synthetic)");
    static final Site QUEENSWAY = new Site(
            new SiteId("queensway"), "Queensway Offices", "金鐘道辦公大樓", "金钟道办公大楼", "2 Queensway, Admiralty (synthetic)");

    static final ActorId ADMIN = new ActorId("admin");
    static final ActorId OPERATOR = new ActorId("operator");
    static final ActorId GIVER = new ActorId("officer-a");
    static final ActorId COURIER = new ActorId("officer-b");
    static final ActorId RECEIVER = new ActorId("officer-c");
    static final ActorId MANAGER = new ActorId("manager");
    static final ActorId HEAD = new ActorId("head");
    static final ActorId DPO = new ActorId("dpo");
    static final ActorId KEY_HOLDER_1 = new ActorId("keyholder-1");
    static final ActorId KEY_HOLDER_2 = new ActorId("keyholder-2");
    static final ActorId AUDITOR = new ActorId("auditor");

    private Office() {}

    /** The first administrator, who enrols the others. */
    static NewPerson administrator() {
        return person(ADMIN, "Mei Wong", "System Administrator", EN, Role.ADMINISTRATOR);
    }

    /** Everybody else. */
    static List<NewPerson> people() {
        return List.of(
                person(OPERATOR, "Kit Lam", "Backup Operator", ZH_HANT, Role.OPERATOR),
                person(GIVER, "Officer A", "Clerical Officer, Harbour Tower", ZH_HANT, Role.SITE_OFFICER),
                person(COURIER, "Officer B", "Office Assistant", ZH_HANT, Role.COURIER),
                person(RECEIVER, "Officer C", "Clerical Officer, Queensway", ZH_HANS, Role.SITE_OFFICER),
                person(MANAGER, "Grace Ho", "Departmental Information Technology Manager", EN, Role.MANAGER),
                person(HEAD, "Alan Chan", "Head of Office", EN, Role.HEAD),
                person(DPO, "Ruth Lee", "Data Protection Officer", EN, Role.DPO),
                person(KEY_HOLDER_1, "Dora Yip", "Key Holder, Harbour Tower", EN, Role.KEY_HOLDER),
                person(KEY_HOLDER_2, "Paul Ng", "Key Holder, Queensway", EN, Role.KEY_HOLDER),
                person(AUDITOR, "Iris Fung", "Internal Auditor", EN, Role.AUDITOR));
    }

    /** Who signs in to look at the console afterwards. */
    static List<String> namesForTheConsole() {
        return List.of("head", "dpo", "operator", "officer-c", "auditor", "admin");
    }

    private static NewPerson person(ActorId id, String name, String post, Language language, Role role) {
        return new NewPerson(
                id.value(),
                name,
                post + " (synthetic)",
                id.value() + "@office.invalid",
                "+852 0000 0000",
                language,
                Set.of(role));
    }
}
