package holdfast.server.custody;

import holdfast.server.access.People;
import holdfast.server.access.Permits;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.custody.RefusedException.Reason;
import holdfast.server.media.Box;
import holdfast.server.media.CaseId;
import holdfast.server.media.Cases;
import holdfast.server.place.Places;
import holdfast.server.place.SiteId;
import holdfast.server.platform.Phrase;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Plans journeys and calls them off. Runs in its caller's transaction. */
@Component
class Planning {

    private final ConsignmentStore store;
    private final DeclarationStore declarations;
    private final Cases cases;
    private final People people;
    private final Places places;
    private final Permits permits;
    private final Recorder recorder;
    private final InstantSource clock;

    Planning(
            ConsignmentStore store,
            DeclarationStore declarations,
            Cases cases,
            People people,
            Places places,
            Permits permits,
            Recorder recorder,
            InstantSource clock) {
        this.store = store;
        this.declarations = declarations;
        this.cases = cases;
        this.people = people;
        this.places = places;
        this.permits = permits;
        this.recorder = recorder;
        this.clock = clock;
    }

    ConsignmentId plan(NewConsignment consignment, ActorId by) {
        permits.demand(by, Role.OPERATOR, Role.SITE_OFFICER, Role.MANAGER);
        demandPossible(consignment);
        ConsignmentId id = store.add(consignment, by, clock.instant());
        recorder.record(
                by,
                "consignment.planned",
                Map.of(
                        "cases",
                        consignment.cases().stream().map(CaseId::value).sorted().toList(),
                        "legs",
                        consignment.legs().stream().map(Planning::facts).toList()),
                refs(id, consignment));
        return id;
    }

    void demandPossible(NewConsignment consignment) {
        consignment.legs().forEach(this::demandSound);
        consignment.cases().forEach(box -> demandFree(box, consignment.legs().getFirst()));
    }

    List<CaseId> free(SiteId site) {
        return cases.at(site).stream()
                .map(Box::id)
                .filter(box -> store.engaging(box).isEmpty())
                .toList();
    }

    void cancel(ConsignmentId id, String reason, ActorId by) {
        permits.demand(by, Role.OPERATOR, Role.SITE_OFFICER, Role.MANAGER);
        Consignment consignment = store.lock(id);
        if (consignment.legs().stream().anyMatch(leg -> leg.state() != LegState.PLANNED)) {
            throw new RefusedException(Reason.WRONG_STATE, "refused.left-already", id);
        }
        if (reason.isBlank()) {
            throw new RefusedException(Reason.INVALID, "refused.cancel-reason");
        }
        consignment.legs().forEach(leg -> store.state(id, leg.number(), LegState.CANCELLED));
        store.disengage(id);
        recorder.record(by, "consignment.cancelled", Map.of("reason", reason), id.ref());
    }

    void declare(CaseDeclaration declaration, ActorId by) {
        permits.demand(by, Role.OPERATOR, Role.SITE_OFFICER);
        cases.box(declaration.box());
        declarations.add(declaration, by, clock.instant());
        recorder.record(
                by,
                "case.declared",
                Map.of(
                        "label",
                        declaration.label().map(Enum::name).orElse("none"),
                        "keyMaterial",
                        declaration.keyMaterial()),
                new Ref("case", declaration.box().value()));
    }

    private void demandSound(LegPlan leg) {
        places.site(leg.from());
        places.site(leg.to());
        Optional<Person> carrier = people.find(leg.carrier());
        if (carrier.isEmpty() || !carrier.get().active() || !carrier.get().holds(Role.COURIER)) {
            throw new RefusedException(Reason.WRONG_PERSON, "refused.no-courier", leg.carrier());
        }
        if (!leg.due().isAfter(clock.instant())) {
            throw new RefusedException(Reason.INVALID, "refused.due-over", leg.due());
        }
    }

    private void demandFree(CaseId id, LegPlan first) {
        Box box = cases.box(id);
        store.engaging(id).ifPresent(other -> {
            throw new RefusedException(Reason.WRONG_STATE, "refused.case-promised", id, other);
        });
        if (box.site().filter(first.from()::equals).isEmpty()) {
            throw new RefusedException(
                    Reason.WRONG_STATE,
                    "refused.case-stands",
                    id,
                    first.from(),
                    box.site().<Object>map(Object::toString).orElse(Phrase.of("part.no-site")));
        }
    }

    private static Map<String, Object> facts(LegPlan leg) {
        return Map.of("from", leg.from(), "to", leg.to(), "carrier", leg.carrier(), "due", leg.due());
    }

    private static Ref[] refs(ConsignmentId id, NewConsignment consignment) {
        List<Ref> boxes = consignment.cases().stream()
                .map(box -> new Ref("case", box.value()))
                .toList();
        return Stream.concat(Stream.of(id.ref()), boxes.stream()).toArray(Ref[]::new);
    }
}
