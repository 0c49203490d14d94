package holdfast.server.custody;

import holdfast.server.custody.RefusedException.Reason;
import holdfast.server.exposure.Exposure;
import holdfast.server.exposure.ExposureReport;
import holdfast.server.exposure.LossForecast;
import holdfast.server.media.Box;
import holdfast.server.media.Cartridge;
import holdfast.server.media.Cartridges;
import holdfast.server.media.CaseId;
import holdfast.server.media.Cases;
import holdfast.server.platform.Phrases;
import holdfast.server.procedure.Finding;
import holdfast.server.procedure.Findings;
import holdfast.server.procedure.Procedures;
import holdfast.server.record.ActorId;
import holdfast.tape.Barcode;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the view that giver and carrier are shown. */
@Component
class Departures {
    /** The record is kept in one language. */
    private static final Phrases ENGLISH = Phrases.english(ZoneOffset.UTC);

    private final ConsignmentStore store;
    private final FactFinder facts;
    private final Cases cases;
    private final Cartridges cartridges;
    private final Exposure exposure;
    private final Procedures procedures;
    private final InstantSource clock;

    Departures(
            ConsignmentStore store,
            FactFinder facts,
            Cases cases,
            Cartridges cartridges,
            Exposure exposure,
            Procedures procedures,
            InstantSource clock) {
        this.store = store;
        this.facts = facts;
        this.cases = cases;
        this.cartridges = cartridges;
        this.exposure = exposure;
        this.procedures = procedures;
        this.clock = clock;
    }

    DepartureView view(Consignment consignment, Leg leg, ActorId giver) {
        Map<CaseId, Set<Barcode>> load = load(consignment, leg);
        LossForecast ifLost = exposure.ifLost(all(load));
        Findings findings =
                procedures.judge(facts.departure(leg.plan(), load.keySet(), ifLost, giver, clock.instant()));
        String shown = Canonical.json(shown(consignment, leg, giver, load, findings, ifLost));
        return new DepartureView(
                consignment.id(), leg.number(), load.keySet(), findings, ifLost, shown, Digest.of(shown));
    }

    /** The same question before anything is planned, of the first leg and with what is packed at this moment. */
    Outlook outlook(NewConsignment consignment, ActorId giver) {
        Set<Barcode> load = new TreeSet<>();
        consignment.cases().forEach(box -> load.addAll(barcodes(box)));
        LossForecast ifLost = exposure.ifLost(load);
        Findings findings = procedures.judge(
                facts.departure(consignment.legs().getFirst(), consignment.cases(), ifLost, giver, clock.instant()));
        return new Outlook(findings, ifLost);
    }

    /** What would leave now: the consignment's cases that stand at the leg's start, and what is packed in them. */
    Map<CaseId, Set<Barcode>> load(Consignment consignment, Leg leg) {
        Map<CaseId, Set<Barcode>> load = new TreeMap<>(java.util.Comparator.comparing(CaseId::value));
        for (CaseId id : store.engaged(consignment.id())) {
            Box box = cases.box(id);
            if (box.site().filter(leg.from()::equals).isPresent()) {
                load.put(id, barcodes(id));
            } else if (leg.number() == 1) {
                throw new RefusedException(
                        Reason.WRONG_STATE,
                        "refused.case-elsewhere",
                        id,
                        leg.from().value());
            }
        }
        return load;
    }

    static Set<Barcode> all(Map<CaseId, Set<Barcode>> load) {
        return load.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<Barcode> barcodes(CaseId box) {
        return cartridges.inCase(box).stream().map(Cartridge::barcode).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Seal numbers are left out on purpose: they are read from the case, not from a screen. */
    private static Map<String, Object> shown(
            Consignment consignment,
            Leg leg,
            ActorId giver,
            Map<CaseId, Set<Barcode>> load,
            Findings findings,
            LossForecast ifLost) {
        Map<String, Object> shown = new TreeMap<>();
        shown.put("format", "holdfast-departure/1");
        shown.put("consignment", consignment.id().value());
        shown.put("leg", leg.number());
        shown.put("from", leg.from().value());
        shown.put("to", leg.to().value());
        shown.put("giver", giver.value());
        shown.put("carrier", leg.carrier().value());
        shown.put("due", leg.due().toString());
        Map<String, Object> boxes = new TreeMap<>();
        load.forEach((box, barcodes) ->
                boxes.put(box.value(), barcodes.stream().map(Barcode::value).toList()));
        shown.put("cases", boxes);
        shown.put("procedure", judged(findings));
        shown.put("ifLost", forecast(ifLost));
        return shown;
    }

    private static Map<String, Object> judged(Findings findings) {
        return Map.of(
                "version",
                findings.version(),
                "rules",
                findings.rules(),
                "against",
                findings.against().stream().map(Departures::finding).toList());
    }

    private static List<Object> finding(Finding finding) {
        return List.of(finding.rule(), finding.what(), finding.arguments());
    }

    private static Map<String, Object> forecast(LossForecast ifLost) {
        ExposureReport exposed = ifLost.exposure();
        Map<String, Object> forecast = new TreeMap<>();
        forecast.put("persons", exposed.persons());
        forecast.put("unknownAtMost", exposed.unknownAtMost());
        forecast.put("byCategory", exposed.byCategory());
        forecast.put("byKind", exposed.byKind());
        forecast.put("readableBy", ENGLISH.say(ifLost.readableBy()));
        forecast.put("bytesLost", ifLost.bytesLost());
        ifLost.restorePointLost().ifPresent(at -> forecast.put("restorePointLost", at.toString()));
        forecast.put("clocks", ifLost.clocks().stream().map(ENGLISH::say).toList());
        return forecast;
    }
}
