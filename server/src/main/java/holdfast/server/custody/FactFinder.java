package holdfast.server.custody;

import holdfast.server.access.People;
import holdfast.server.access.Role;
import holdfast.server.exposure.LossForecast;
import holdfast.server.media.Box;
import holdfast.server.media.Cartridge;
import holdfast.server.media.Cartridges;
import holdfast.server.media.CaseId;
import holdfast.server.media.Cases;
import holdfast.server.media.Origin;
import holdfast.server.place.Places;
import holdfast.server.place.Route;
import holdfast.server.procedure.Facts;
import holdfast.server.procedure.Facts.CaseFacts;
import holdfast.server.procedure.Facts.ExposureFacts;
import holdfast.server.procedure.Facts.GuidelineStanding;
import holdfast.server.procedure.Facts.MediumFacts;
import holdfast.server.procedure.Guidelines;
import holdfast.server.record.ActorId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Collects what the rules of a departure look at, from the modules that know it. */
@Component
class FactFinder {

    private final Cases cases;
    private final Cartridges cartridges;
    private final People people;
    private final Places places;
    private final Guidelines guidelines;
    private final DeclarationStore declarations;

    FactFinder(
            Cases cases,
            Cartridges cartridges,
            People people,
            Places places,
            Guidelines guidelines,
            DeclarationStore declarations) {
        this.cases = cases;
        this.cartridges = cartridges;
        this.people = people;
        this.places = places;
        this.guidelines = guidelines;
        this.declarations = declarations;
    }

    /**
     * @param boxes what would leave
     * @param ifLost what it would mean if it never arrived
     */
    Facts departure(LegPlan leg, Collection<CaseId> boxes, LossForecast ifLost, ActorId giver, Instant now) {
        return new Facts(
                giver,
                leg.carrier(),
                people.person(leg.carrier()).holds(Role.KEY_HOLDER),
                leg.from(),
                leg.to(),
                places.route(leg.from(), leg.to()).map(Route::usual),
                now,
                leg.due(),
                guideline(leg.carrier()),
                boxes.stream().map(this::box).toList(),
                // Sets written k of n do not exist yet: nothing carries shares.
                Map.of(),
                new ExposureFacts(
                        ifLost.exposure().persons(), ifLost.exposure().unknownAtMost(), ifLost.restorePointLost()));
    }

    private GuidelineStanding guideline(ActorId carrier) {
        if (guidelines.inForce().isEmpty()) {
            return GuidelineStanding.NONE_ISSUED;
        }
        return guidelines.acknowledged(carrier) ? GuidelineStanding.ACKNOWLEDGED : GuidelineStanding.NOT_ACKNOWLEDGED;
    }

    private CaseFacts box(CaseId id) {
        Box box = cases.box(id);
        Optional<CaseDeclaration> declared = declarations.newest(id);
        return new CaseFacts(
                id.value(),
                box.seal().map(seal -> seal.value()),
                declarations.sealedBy(id),
                declared.flatMap(CaseDeclaration::label).map(Enum::name),
                cartridges.inCase(id).stream().map(FactFinder::medium).toList(),
                declared.map(CaseDeclaration::keyMaterial).orElse(List.of()));
    }

    private static MediumFacts medium(Cartridge cartridge) {
        return new MediumFacts(
                cartridge.barcode().value(),
                Optional.of(cartridge.classification().name()),
                // What other software wrote is encrypted only by somebody's word.
                cartridge.origin() instanceof Origin.Holdfast,
                cartridge.legalHold().isPresent());
    }
}
