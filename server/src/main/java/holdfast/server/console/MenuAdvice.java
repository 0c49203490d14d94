package holdfast.server.console;

import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.access.RoleProposals;
import holdfast.server.console.page.Menu;
import holdfast.server.console.page.Menu.Entry;
import holdfast.server.console.page.Menu.Group;
import holdfast.server.custody.Consignment;
import holdfast.server.custody.Consignments;
import holdfast.server.incident.Incident;
import holdfast.server.incident.Incidents;
import holdfast.server.record.ActorId;
import java.security.Principal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The navigation of whoever is signed in, with what waits. Counted once for a page, in three small queries. */
@ControllerAdvice(basePackageClasses = MenuAdvice.class)
class MenuAdvice {
    private final People people;
    private final RoleProposals proposals;
    private final Consignments consignments;
    private final Incidents incidents;
    private final InstantSource clock;

    MenuAdvice(
            People people,
            RoleProposals proposals,
            Consignments consignments,
            Incidents incidents,
            InstantSource clock) {
        this.people = people;
        this.proposals = proposals;
        this.consignments = consignments;
        this.incidents = incidents;
        this.clock = clock;
    }

    @ModelAttribute("menu")
    Menu menu(@Nullable Principal principal) {
        Optional<Person> person = principal == null ? Optional.empty() : people.find(new ActorId(principal.getName()));
        if (person.isEmpty()) {
            return new Menu(List.of(), "", "");
        }
        Person me = person.get();
        List<Group> groups = new ArrayList<>(List.of(new Group("", work(me)), new Group("nav.group.proof", proof(me))));
        groups.add(new Group("nav.group.practice", List.of(Entry.of("drills", "drill"))));
        if (me.holdsAny(Role.ADMINISTRATOR, Role.HEAD)) {
            groups.add(new Group("nav.group.office", List.of(people(me))));
        }
        return new Menu(groups, me.name(), me.post());
    }

    /** What is done every day; a page that the gate would refuse is not offered. */
    private List<Entry> work(Person me) {
        List<Entry> entries = new ArrayList<>(
                List.of(new Entry("overview", "/", "overview", 0, "due"), transit(), Entry.of("media", "media")));
        if (me.holdsAny(Role.DPO, Role.MANAGER, Role.HEAD, Role.AUDITOR)) {
            entries.add(incidents());
            entries.add(Entry.of("notices", "notice"));
        }
        entries.add(Entry.of("stocktakes", "count"));
        if (me.holdsAny(Role.DPO, Role.MANAGER, Role.SITE_OFFICER, Role.OPERATOR)) {
            entries.add(Entry.of("desk", "desk"));
        }
        return entries;
    }

    private static List<Entry> proof(Person me) {
        List<Entry> entries = new ArrayList<>();
        if (me.holdsAny(Role.AUDITOR, Role.DPO, Role.MANAGER, Role.HEAD, Role.ADMINISTRATOR)) {
            entries.add(Entry.of("ledger", "ledger"));
        }
        if (me.holdsAny(Role.KEY_HOLDER, Role.DPO, Role.MANAGER, Role.HEAD, Role.AUDITOR)) {
            entries.add(Entry.of("keys", "key"));
        }
        entries.add(Entry.of("procedures", "procedure"));
        return entries;
    }

    private Entry people(Person who) {
        long waiting = proposals.open().stream()
                .filter(one -> proposals.mayAnswer(one, who.id()))
                .count();
        return new Entry("people", "/settings", "people", waiting, "due");
    }

    private Entry incidents() {
        long open = incidents.all().stream()
                .filter(one -> one.stage() != Incident.Stage.RESOLVED)
                .count();
        return Entry.of("incidents", "incident").counting(open, "lost");
    }

    private Entry transit() {
        List<Consignment> underway = consignments.underway();
        long late = underway.stream()
                .filter(one -> one.leg().due().isBefore(clock.instant()))
                .count();
        Entry entry = Entry.of("transit", "transit");
        return late > 0 ? entry.counting(late, "lost") : entry.counting(underway.size(), "due");
    }
}
