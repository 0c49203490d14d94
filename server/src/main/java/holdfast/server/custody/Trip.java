package holdfast.server.custody;

import holdfast.server.custody.RefusedException.Reason;
import holdfast.server.place.Places;
import holdfast.server.place.SiteId;
import holdfast.server.platform.Phrase;
import holdfast.server.record.ActorId;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who has which part in a trip, and who therefore may not have another. */
@Component
class Trip {

    private final Places places;

    Trip(Places places) {
        this.places = places;
    }

    /** Those who planned, gave or carried a leg: none of them stops its alarm or confirms its end. */
    static Set<ActorId> involved(Consignment consignment, Leg leg) {
        Set<ActorId> involved = new HashSet<>();
        involved.add(consignment.plannedBy());
        involved.add(leg.carrier());
        leg.last(HandOver.Kind.RELEASE).map(HandOver::by).ifPresent(involved::add);
        return involved;
    }

    /** As {@link #involved}, with those who received. */
    static Set<ActorId> touched(Consignment consignment, Leg leg) {
        Set<ActorId> touched = involved(consignment, leg);
        leg.handOvers().forEach(one -> touched.add(one.by()));
        return touched;
    }

    void demandPosted(ActorId person, SiteId site) {
        if (!places.postedAt(site).contains(person)) {
            throw new RefusedException(Reason.WRONG_PERSON, "refused.not-posted", site);
        }
    }

    static void demandApart(ActorId person, ActorId other, String otherPart) {
        if (person.equals(other)) {
            throw new RefusedException(Reason.SAME_PERSON, "refused.other-part", Phrase.of(otherPart));
        }
    }

    static void demandUntouched(Consignment consignment, Leg leg, ActorId by) {
        demandNotAmong(touched(consignment, leg), consignment, by);
    }

    static void demandUninvolved(Consignment consignment, Leg leg, ActorId by) {
        demandNotAmong(involved(consignment, leg), consignment, by);
    }

    private static void demandNotAmong(Set<ActorId> trip, Consignment consignment, ActorId by) {
        if (trip.contains(by)) {
            throw new RefusedException(Reason.SAME_PERSON, "refused.had-a-part", consignment.id());
        }
    }

    static Leg underway(Consignment consignment) {
        return consignment.legs().stream()
                .filter(leg -> leg.state().underway())
                .findFirst()
                .orElseThrow(
                        () -> new RefusedException(Reason.WRONG_STATE, "refused.nothing-underway", consignment.id()));
    }
}
