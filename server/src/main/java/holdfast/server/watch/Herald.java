package holdfast.server.watch;

import holdfast.server.access.Language;
import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.delivery.Alert;
import holdfast.server.delivery.Delivery;
import holdfast.server.platform.Phrase;
import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Tells people, each in their language, through {@link Delivery}'s outbox in the transaction of the ringing. */
@Component
class Herald {
    private final Delivery delivery;
    private final People people;
    private final ZoneId zone;

    Herald(Delivery delivery, People people, ZoneId zone) {
        this.delivery = delivery;
        this.people = people;
        this.zone = zone;
    }

    /**
     * Who hears on a rung: whom it names, as far as they still work here; if that is nobody, whoever is manager or
     * head today. An alarm that reaches nobody would be silence again.
     */
    Set<ActorId> audience(Rung step) {
        Set<ActorId> here = new HashSet<>(step.hear());
        here.removeIf(id -> people.find(id).filter(Person::active).isEmpty());
        if (here.isEmpty()) {
            for (Role role : List.of(Role.MANAGER, Role.HEAD)) {
                people.holding(role).forEach(person -> here.add(person.id()));
            }
        }
        return here;
    }

    void late(Expectation expected, int rung, Set<ActorId> heard) {
        Phrase label = expected.ladder().get(rung).said();
        int steps = expected.ladder().size();
        tell(heard, expected, "late", words -> List.of(rung + 1, steps, words.say(label), names(heard, words)));
    }

    void done(Expectation expected, Collection<ActorId> heard, ActorId by) {
        tell(heard, expected, "done", words -> List.of(name(by)));
    }

    void extended(Expectation expected, Instant newDue, String reason, ActorId by) {
        tell(top(expected), expected, "extended", words -> List.of(name(by), words.time(newDue), reason));
    }

    void calledOff(Expectation expected, String reason, ActorId by) {
        tell(top(expected), expected, "calledOff", words -> List.of(name(by), reason));
    }

    void clockWentBack(Collection<ActorId> hearers, Ref about, Instant before, Instant now) {
        for (ActorId hearer : inOrder(hearers)) {
            Words words = words(hearer);
            String body = words.say("body.clock", words.time(before), words.time(now));
            delivery.tell(hearer, new Alert(words.say("subject.clock"), body, about));
        }
    }

    private static Collection<ActorId> top(Expectation expected) {
        return expected.ladder().getLast().hear();
    }

    /** Every message begins with the same three values: what, about which, due when; then its own. */
    private void tell(
            Collection<ActorId> hearers, Expectation expected, String message, Function<Words, List<?>> itsOwn) {
        for (ActorId hearer : inOrder(hearers)) {
            Words words = words(hearer);
            List<Object> values = new ArrayList<>(
                    List.of(words.what(expected.what()), expected.about().id(), words.time(expected.due())));
            values.addAll(itsOwn.apply(words));
            Object[] given = values.toArray();
            String subject = words.say("subject." + message, given);
            delivery.tell(hearer, new Alert(subject, words.say("body." + message, given), expected.about()));
        }
    }

    /** Always in one order, so that two ringings at once cannot wait for each other's rows. */
    private static List<ActorId> inOrder(Collection<ActorId> actors) {
        return actors.stream().sorted(Comparator.comparing(ActorId::value)).toList();
    }

    private Words words(ActorId hearer) {
        return new Words(people.find(hearer).map(Person::language).orElse(Language.EN), zone);
    }

    private String names(Collection<ActorId> actors, Words words) {
        return actors.isEmpty()
                ? words.say("nobody")
                : String.join(", ", actors.stream().map(this::name).sorted().toList());
    }

    private String name(ActorId actor) {
        return people.find(actor).map(Person::name).orElse(actor.value());
    }
}
