package holdfast.server.access;

import holdfast.server.platform.Invalid;
import holdfast.server.platform.Unknown;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** {@link RoleProposals} over the tables. */
@Service
@Transactional
class RoleGiving implements RoleProposals {
    private final PersonStore people;
    private final RoleProposalStore waiting;
    private final Recorder recorder;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    RoleGiving(
            PersonStore people,
            RoleProposalStore waiting,
            Recorder recorder,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.people = people;
        this.waiting = waiting;
        this.recorder = recorder;
        this.clock = clock;
        this.events = events;
    }

    /** The roles that an administrator gives somebody: what holds now, and what is grave and new. */
    record Given(ActorId person, Set<Role> now, Set<Role> grave, boolean atOnce, ActorId by) {}

    /** Divides what is wanted; changes nothing. To be called under {@link PersonStore#lock}. */
    Given divide(ActorId person, Set<Role> held, Set<Role> wanted, ActorId by) {
        Set<Role> grave = EnumSet.noneOf(Role.class);
        wanted.stream().filter(role -> role.grave() && !held.contains(role)).forEach(grave::add);
        boolean atOnce = witnesses().noneMatch(other -> !other.equals(by) && !other.equals(person));
        Set<Role> now = EnumSet.noneOf(Role.class);
        wanted.stream().filter(role -> atOnce || !grave.contains(role)).forEach(now::add);
        return new Given(person, now, grave, atOnce, by);
    }

    /** Lets the grave roles wait, in place of what waited for this person before, and tells of them. */
    void propose(Given given) {
        waiting.drop(given.person());
        if (given.grave().isEmpty()) {
            return;
        }
        events.publishEvent(new RoleProposed(given.person(), given.grave(), given.by(), given.atOnce()));
        if (!given.atOnce()) {
            waiting.put(given.person(), given.grave(), given.by(), clock.instant());
            recorder.record(
                    given.by(),
                    "role.proposed",
                    Map.of("roles", PeopleService.names(given.grave())),
                    PeopleService.ref(given.person()));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Proposal> open() {
        return waiting.all();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayAnswer(Proposal proposal, ActorId by) {
        return !by.equals(proposal.by())
                && !by.equals(proposal.person())
                && witnesses().anyMatch(by::equals);
    }

    @Override
    public Person confirm(ActorId id, ActorId by) {
        people.lock();
        Proposal proposal = waiting(id);
        if (!mayAnswer(proposal, by)) {
            throw new Forbidden("refused.roles-confirm");
        }
        Person before = person(id);
        Set<Role> roles = EnumSet.copyOf(proposal.roles());
        roles.addAll(before.roles());
        Enrolment.demandTogether(roles);
        people.setRoles(id, roles);
        waiting.drop(id);
        recorder.record(
                by,
                "role.confirmed",
                Map.of(
                        "roles",
                        PeopleService.names(proposal.roles()),
                        "proposedBy",
                        proposal.by().value()),
                PeopleService.ref(id));
        return person(id);
    }

    @Override
    public void decline(ActorId id, ActorId by) {
        people.lock();
        Proposal proposal = waiting(id);
        if (!by.equals(proposal.by()) && !mayAnswer(proposal, by)) {
            throw new Forbidden("refused.roles-decline");
        }
        waiting.drop(id);
        recorder.record(
                by, "role.declined", Map.of("roles", PeopleService.names(proposal.roles())), PeopleService.ref(id));
    }

    /** Who can be the second person: not one that an administrator has just made up and nobody has signed in as. */
    private Stream<ActorId> witnesses() {
        return Stream.of(Role.ADMINISTRATOR, Role.HEAD)
                .flatMap(role -> people.holding(role).stream())
                .map(Person::id)
                .distinct()
                .filter(people::canSignIn);
    }

    private Proposal waiting(ActorId id) {
        return waiting.of(id).orElseThrow(() -> new Invalid("refused.role-not-waiting", id));
    }

    private Person person(ActorId id) {
        return people.find(id).filter(Person::active).orElseThrow(() -> new Unknown("refused.nobody-called", id));
    }
}
