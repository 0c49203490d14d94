package holdfast.server.console.office;

import holdfast.server.access.Invitations;
import holdfast.server.access.Invitations.OpenRecovery;
import holdfast.server.access.Language;
import holdfast.server.access.NewPerson;
import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.access.RoleProposals;
import holdfast.server.access.RoleProposals.Proposal;
import holdfast.server.console.page.Me;
import holdfast.server.console.page.Names;
import holdfast.server.console.page.Said;
import holdfast.server.console.say.Languages;
import holdfast.server.console.say.Say;
import holdfast.server.place.Places;
import holdfast.server.place.Site;
import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * People and sites. An administrator changes them, a head of office sees them and answers proposals; the services
 * say so once more.
 */
@Controller
class SettingsPage {
    private final People people;
    private final Places places;
    private final Invitations invitations;
    private final RoleProposals proposals;
    private final Names names;

    SettingsPage(People people, Places places, Invitations invitations, RoleProposals proposals, Names names) {
        this.people = people;
        this.places = places;
        this.invitations = invitations;
        this.proposals = proposals;
        this.names = names;
    }

    /** Somebody in the list. */
    record PersonRow(
            String id,
            String name,
            String post,
            String email,
            String phone,
            List<String> roles,
            String posted,
            boolean active) {}

    /** A site in the list. */
    record SiteRow(String id, String name, String address, String posted) {}

    /** A way between two sites. */
    record RouteRow(String from, String to, String usual) {}

    /** Somebody who waits for a second administrator. */
    record RecoveryRow(String id, String person, String reason, String asker, boolean mine) {}

    /** Roles that wait for a second person; {@code mine} if whoever looks may answer. */
    record ProposalRow(String person, String name, List<String> roles, String proposer, boolean mine, boolean own) {}

    @GetMapping("/settings")
    String settings(@ModelAttribute("say") Say say, Principal who, Model model) {
        List<Person> all = people.all();
        List<Site> sites = names.sites(say.locale());
        long active = all.stream().filter(Person::active).count();
        model.addAttribute(
                "title",
                sites.isEmpty() ? say.text("settings.title.noSite") : say.text("settings.title", active, sites.size()));
        model.addAttribute("people", all.stream().map(one -> row(one, say)).toList());
        model.addAttribute("sites", sites.stream().map(one -> row(one, say)).toList());
        model.addAttribute(
                "routes",
                places.routes().stream()
                        .map(one -> new RouteRow(names.of(one.from()), names.of(one.to()), say.span(one.usual())))
                        .toList());
        model.addAttribute("roles", Role.values());
        model.addAttribute(
                "recoveries",
                invitations.openRecoveries().stream().map(one -> row(one, who)).toList());
        model.addAttribute("administers", people.person(Me.of(who)).holds(Role.ADMINISTRATOR));
        model.addAttribute(
                "proposals", proposals.open().stream().map(one -> row(one, who)).toList());
        return "console/settings";
    }

    @PostMapping("/settings/sites")
    String site(
            @RequestParam String id,
            @RequestParam String nameEn,
            @RequestParam(defaultValue = "") String nameZhHant,
            @RequestParam(defaultValue = "") String nameZhHans,
            @RequestParam(defaultValue = "") String address,
            @ModelAttribute("say") Say say,
            Principal who,
            RedirectAttributes next) {
        return act(next, () -> {
            places.add(
                    new Site(
                            new SiteId(id.strip()),
                            nameEn.strip(),
                            nameZhHant.strip(),
                            nameZhHans.strip(),
                            address.strip()),
                    Me.of(who));
            Said.ok(next, say.text("settings.site.added"));
        });
    }

    @PostMapping("/settings/routes")
    String route(
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam long minutes,
            @ModelAttribute("say") Say say,
            Principal who,
            RedirectAttributes next) {
        return act(next, () -> {
            places.route(new SiteId(from), new SiteId(to), Duration.ofMinutes(minutes), Me.of(who));
            Said.ok(next, say.text("settings.route.set"));
        });
    }

    @PostMapping("/settings/people")
    String person(
            @RequestParam String signIn,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam Languages language,
            @RequestParam(defaultValue = "") Set<Role> roles,
            @RequestParam(defaultValue = "") String site,
            @ModelAttribute("say") Say say,
            Principal who,
            RedirectAttributes next) {
        return act(next, () -> {
            ActorId by = Me.of(who);
            Person added = people.enrol(
                    new NewPerson(
                            signIn.strip(), name, post, email.strip(), phone, Language.valueOf(language.name()), roles),
                    by);
            if (!site.isEmpty()) {
                places.post(added.id(), new SiteId(site), by);
            }
            next.addFlashAttribute("token", invitations.invite(added.id(), by).value());
            Said.ok(next, say.text("settings.person.added", added.name()));
        });
    }

    @PostMapping("/settings/people/{id}/roles")
    String roles(
            @PathVariable String id,
            @RequestParam(defaultValue = "") Set<Role> roles,
            @ModelAttribute("say") Say say,
            Principal who,
            RedirectAttributes next) {
        return act(next, () -> {
            Person now = people.assign(new ActorId(id), roles, Me.of(who));
            boolean waits = !now.roles().containsAll(roles);
            Said.ok(next, say.text(waits ? "settings.proposal.waits" : "settings.person.assigned"));
        });
    }

    @PostMapping("/settings/people/{id}/post")
    String post(
            @PathVariable String id,
            @RequestParam String site,
            @ModelAttribute("say") Say say,
            Principal who,
            RedirectAttributes next) {
        return act(next, () -> {
            places.post(new ActorId(id), new SiteId(site), Me.of(who));
            Said.ok(next, say.text("settings.person.posted"));
        });
    }

    @PostMapping("/settings/people/{id}/retire")
    String retire(@PathVariable String id, @ModelAttribute("say") Say say, Principal who, RedirectAttributes next) {
        return act(next, () -> {
            people.retire(new ActorId(id), Me.of(who));
            Said.ok(next, say.text("settings.person.retired"));
        });
    }

    @PostMapping("/settings/people/{id}/recover")
    String recover(
            @PathVariable String id,
            @RequestParam String reason,
            @ModelAttribute("say") Say say,
            Principal who,
            RedirectAttributes next) {
        return act(next, () -> {
            invitations.askRecovery(new ActorId(id), reason, Me.of(who));
            Said.ok(next, say.text("settings.recovery.asked"));
        });
    }

    @PostMapping("/settings/recoveries/{id}")
    String grant(@PathVariable UUID id, @ModelAttribute("say") Say say, Principal who, RedirectAttributes next) {
        return act(next, () -> {
            next.addFlashAttribute(
                    "token",
                    invitations
                            .grantRecovery(new Invitations.RecoveryId(id), Me.of(who))
                            .value());
            Said.ok(next, say.text("settings.recovery.granted"));
        });
    }

    @PostMapping("/settings/proposals/{id}")
    String answer(
            @PathVariable String id,
            @RequestParam boolean confirm,
            @ModelAttribute("say") Say say,
            Principal who,
            RedirectAttributes next) {
        return act(next, () -> {
            if (confirm) {
                proposals.confirm(new ActorId(id), Me.of(who));
            } else {
                proposals.decline(new ActorId(id), Me.of(who));
            }
            Said.ok(next, say.text(confirm ? "settings.proposal.confirmed" : "settings.proposal.declined"));
        });
    }

    private static String act(RedirectAttributes next, Runnable act) {
        try {
            act.run();
        } catch (RuntimeException refused) {
            Said.refused(next, refused);
        }
        return "redirect:/settings";
    }

    private PersonRow row(Person one, Say say) {
        String posted =
                places.postingsOf(one.id()).stream().map(names::of).collect(Collectors.joining(say.text("list.comma")));
        return new PersonRow(
                one.id().value(),
                one.name(),
                one.post(),
                one.email(),
                one.phone(),
                one.roles().stream().sorted().map(Role::name).toList(),
                posted,
                one.active());
    }

    private SiteRow row(Site site, Say say) {
        return new SiteRow(
                site.id().value(),
                Names.name(site, say.locale()),
                site.address(),
                names.of(places.postedAt(site.id())));
    }

    private RecoveryRow row(OpenRecovery one, Principal who) {
        return new RecoveryRow(
                one.id().value().toString(),
                names.of(one.person()),
                one.reason(),
                names.of(one.askedBy()),
                one.askedBy().equals(Me.of(who)));
    }

    private ProposalRow row(Proposal one, Principal who) {
        return new ProposalRow(
                one.person().value(),
                names.of(one.person()),
                one.roles().stream().sorted().map(Role::name).toList(),
                names.of(one.by()),
                proposals.mayAnswer(one, Me.of(who)),
                one.by().equals(Me.of(who)));
    }
}
