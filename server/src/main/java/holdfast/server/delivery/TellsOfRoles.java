package holdfast.server.delivery;

import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.access.RoleProposed;
import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells everybody who holds a grave role that somebody else is to hold one: nobody gets there unseen. */
@Component
class TellsOfRoles {
    private final People people;
    private final Delivery delivery;

    TellsOfRoles(People people, Delivery delivery) {
        this.people = people;
        this.delivery = delivery;
    }

    @EventListener
    void tell(RoleProposed proposed) {
        Alert alert = alert(proposed);
        Arrays.stream(Role.values())
                .filter(Role::grave)
                .flatMap(role -> people.holding(role).stream())
                .map(Person::id)
                .filter(one -> !one.equals(proposed.by()) && !one.equals(proposed.person()))
                .distinct()
                .forEach(one -> delivery.tell(one, alert));
    }

    private Alert alert(RoleProposed proposed) {
        String roles = proposed.roles().stream()
                .sorted()
                .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        String what = name(proposed.by()) + " gave " + name(proposed.person()) + " the role of " + roles + ".";
        String next = proposed.atOnce()
                ? "It holds already: there was nobody who could have confirmed it."
                : "It waits for another administrator or a head of office, who confirms or declines it under"
                        + " 'People and sites'.";
        return new Alert(
                "A role for " + name(proposed.person()) + ": " + roles,
                what + "\n\n" + next + "\n",
                new Ref("person", proposed.person().value()));
    }

    private String name(ActorId id) {
        return people.find(id).map(Person::name).orElse(id.value());
    }
}
