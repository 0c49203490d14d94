package holdfast.server.custody;

import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.delivery.Delivery;
import holdfast.server.delivery.News;
import holdfast.server.record.ActorId;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Tells those above what one person's word has just changed: whatever quietens an alarm is heard by somebody else. Joins the
 * caller's transaction.
 */
@Component
class Seniors {

    private final People people;
    private final Delivery delivery;
    private final ZoneId zone;

    Seniors(People people, Delivery delivery, ZoneId zone) {
        this.people = people;
        this.delivery = delivery;
        this.zone = zone;
    }

    /** Everybody who holds one of the roles, once, each in their language. */
    void tell(News news, Role... roles) {
        Set<Person> hear = new LinkedHashSet<>();
        for (Role role : roles) {
            hear.addAll(people.holding(role));
        }
        hear.forEach(one -> delivery.tell(one.id(), news.to(one, zone)));
    }

    /** How somebody is called in what is told. */
    String name(ActorId actor) {
        return people.find(actor).map(Person::name).orElse(actor.value());
    }
}
