package holdfast.server.custody;

import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.delivery.Alert;
import holdfast.server.delivery.Delivery;
import holdfast.server.record.ActorId;
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

    Seniors(People people, Delivery delivery) {
        this.people = people;
        this.delivery = delivery;
    }

    /** Everybody who holds one of the roles, once. */
    void tell(Alert alert, Role... roles) {
        Set<ActorId> hear = new LinkedHashSet<>();
        for (Role role : roles) {
            people.holding(role).stream().map(Person::id).forEach(hear::add);
        }
        hear.forEach(one -> delivery.tell(one, alert));
    }
}
