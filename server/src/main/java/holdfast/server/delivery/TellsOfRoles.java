package holdfast.server.delivery;

import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.access.RoleProposed;
import holdfast.server.platform.Phrase;
import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import java.time.ZoneId;
import java.util.Arrays;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells everybody who holds a grave role, each in their language, that somebody else is to hold one: nobody gets there unseen. */
@Component
class TellsOfRoles {
    private final People people;
    private final Delivery delivery;
    private final ZoneId zone;

    TellsOfRoles(People people, Delivery delivery, ZoneId zone) {
        this.people = people;
        this.delivery = delivery;
        this.zone = zone;
    }

    @EventListener
    void tell(RoleProposed proposed) {
        News news = news(proposed);
        Arrays.stream(Role.values())
                .filter(Role::grave)
                .flatMap(role -> people.holding(role).stream())
                .filter(one -> !one.id().equals(proposed.by()) && !one.id().equals(proposed.person()))
                .distinct()
                .forEach(one -> delivery.tell(one.id(), news.to(one, zone)));
    }

    private News news(RoleProposed proposed) {
        String whose = name(proposed.person());
        Phrase roles = proposed.roles().stream()
                .sorted()
                .map(Role::said)
                .reduce((one, other) -> Phrase.of("phrase.and", one, other))
                .orElseThrow();
        Phrase next = Phrase.of(proposed.atOnce() ? "told.role.holds" : "told.role.waits");
        return new News(
                Phrase.of("told.role.subject", whose, roles),
                Phrase.of("told.role.body", name(proposed.by()), whose, roles, next),
                new Ref("person", proposed.person().value()));
    }

    private String name(ActorId id) {
        return people.find(id).map(Person::name).orElse(id.value());
    }
}
