package holdfast.server.access;

import holdfast.server.platform.Invalid;
import holdfast.server.platform.Phrase;
import holdfast.server.platform.Unknown;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** {@link People} and {@link Permits} over the tables. */
@Service
@Transactional
class PeopleService implements People, Permits {
    private final PersonStore store;
    private final RoleGiving giving;
    private final Recorder recorder;
    private final InstantSource clock;

    PeopleService(PersonStore store, RoleGiving giving, Recorder recorder, InstantSource clock) {
        this.store = store;
        this.giving = giving;
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public Person enrol(NewPerson wanted, ActorId by) {
        demand(by, Role.ADMINISTRATOR);
        store.lock();
        Person asked = Enrolment.checked(wanted);
        RoleGiving.Given given = giving.divide(asked.id(), Set.of(), asked.roles(), by);
        Person added = add(wanted.with(given.now()), by);
        giving.propose(given);
        return added;
    }

    /** Adds without asking who may: for the first administrator, whom nobody can have enrolled. */
    Person add(NewPerson wanted, ActorId by) {
        Person person = Enrolment.checked(wanted);
        if (store.find(person.id()).isPresent()) {
            throw new Invalid("refused.sign-in-taken", person.id());
        }
        store.insert(person, clock.instant());
        recorder.record(
                by, "person.enrolled", Map.of("name", person.name(), "roles", names(person.roles())), ref(person.id()));
        return person;
    }

    @Override
    public Person assign(ActorId id, Set<Role> roles, ActorId by) {
        demand(by, Role.ADMINISTRATOR);
        notOneself(id, by, "refused.own-roles");
        Enrolment.demandTogether(roles);
        store.lock();
        Person before = person(id);
        if (before.holds(Role.ADMINISTRATOR) && !roles.contains(Role.ADMINISTRATOR)) {
            demandAnotherAdministrator(id);
        }
        RoleGiving.Given given = giving.divide(id, before.roles(), roles, by);
        giving.propose(given);
        if (!given.now().equals(before.roles())) {
            store.setRoles(id, given.now());
            recorder.record(
                    by, "person.assigned", Map.of("from", names(before.roles()), "to", names(given.now())), ref(id));
        }
        return person(id);
    }

    @Override
    public Person retire(ActorId id, ActorId by) {
        demand(by, Role.ADMINISTRATOR);
        notOneself(id, by, "refused.own-retirement");
        store.lock();
        if (person(id).holds(Role.ADMINISTRATOR)) {
            demandAnotherAdministrator(id);
        }
        store.retire(id);
        store.voidCredentials(id);
        recorder.record(by, "person.retired", Map.of(), ref(id));
        return person(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Person person(ActorId id) {
        return store.find(id).orElseThrow(() -> new Unknown("refused.person-unknown", id));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Person> find(ActorId id) {
        return store.find(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Person> holding(Role role) {
        return store.holding(role);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Person> all() {
        return store.all();
    }

    /** Joins the act's transaction, so that the roles are those of the moment of the act. */
    @Override
    @Transactional(noRollbackFor = Forbidden.class)
    public void demand(ActorId by, Role... anyOf) {
        Set<Role> wanted = Set.of(anyOf);
        boolean allowed = store.find(by)
                .filter(Person::active)
                .filter(person -> wanted.isEmpty() || person.roles().stream().anyMatch(wanted::contains))
                .isPresent();
        if (!allowed) {
            throw wanted.isEmpty()
                    ? new Forbidden("refused.inactive", by)
                    : new Forbidden("refused.role-needed", by, either(anyOf));
        }
    }

    private static Phrase either(Role... anyOf) {
        return Arrays.stream(anyOf)
                .map(Role::said)
                .reduce((one, other) -> Phrase.of("phrase.or", one, other))
                .orElseThrow();
    }

    private void demandAnotherAdministrator(ActorId id) {
        if (store.holding(Role.ADMINISTRATOR).stream()
                .allMatch(person -> person.id().equals(id))) {
            throw new Invalid("refused.last-administrator");
        }
    }

    private static void notOneself(ActorId id, ActorId by, String code) {
        if (id.equals(by)) {
            throw new Forbidden(code);
        }
    }

    static List<String> names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toList();
    }

    static Ref ref(ActorId id) {
        return new Ref("person", id.value());
    }
}
