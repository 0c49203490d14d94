package holdfast.server.custody;

import holdfast.server.access.Forbidden;
import holdfast.server.access.Language;
import holdfast.server.access.NewPerson;
import holdfast.server.access.People;
import holdfast.server.access.Permits;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.record.ActorId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** People and permits in memory. */
final class FakePeople implements People, Permits {

    private final Map<ActorId, Person> people = new LinkedHashMap<>();

    ActorId add(String id, Role... roles) {
        ActorId actor = new ActorId(id);
        people.put(actor, new Person(actor, id, "", "", "", Language.EN, Set.of(roles), true));
        return actor;
    }

    @Override
    public void demand(ActorId by, Role... anyOf) {
        boolean may = find(by).filter(Person::active)
                .filter(person -> anyOf.length == 0 || Arrays.stream(anyOf).anyMatch(person::holds))
                .isPresent();
        if (!may) {
            throw new Forbidden("refused.inactive", by);
        }
    }

    @Override
    public Person enrol(NewPerson person, ActorId by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Person person(ActorId id) {
        return find(id).orElseThrow(() -> new NoSuchElementException(id.value()));
    }

    @Override
    public Optional<Person> find(ActorId id) {
        return Optional.ofNullable(people.get(id));
    }

    @Override
    public List<Person> holding(Role role) {
        return people.values().stream().filter(one -> one.holds(role)).toList();
    }

    @Override
    public List<Person> all() {
        return List.copyOf(people.values());
    }

    @Override
    public Person assign(ActorId person, Set<Role> roles, ActorId by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Person retire(ActorId person, ActorId by) {
        Person old = person(person);
        Person gone = new Person(
                person, old.name(), old.post(), old.email(), old.phone(), old.language(), old.roles(), false);
        people.put(person, gone);
        return gone;
    }
}
