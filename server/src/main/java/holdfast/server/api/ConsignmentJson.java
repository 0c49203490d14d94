package holdfast.server.api;

import holdfast.server.custody.Consignment;
import holdfast.server.custody.DepartureView;
import holdfast.server.custody.HandOver;
import holdfast.server.custody.Leg;
import holdfast.server.custody.Receipt;
import holdfast.server.exposure.LossForecast;
import holdfast.server.media.CaseId;
import holdfast.server.procedure.Finding;
import holdfast.tape.Barcode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the API says of consignments. */
final class ConsignmentJson {

    private ConsignmentJson() {}

    record Summary(
            String id,
            String state,
            List<String> cases,
            List<LegJson> legs,
            @Nullable Instant due) {}

    /**
     * @param cartridges state by barcode; left out while a blind count is still to come and the reader may be the one
     *     who counts
     */
    record Whole(
            String id,
            String state,
            List<String> cases,
            List<LegJson> legs,
            String plannedBy,
            Instant plannedAt,
            @Nullable Map<String, String> cartridges,
            List<HandOverJson> handOvers) {}

    record LegJson(int number, String from, String to, String carrier, Instant due, String state) {}

    record HandOverJson(
            String id,
            String kind,
            int leg,
            String by,
            Instant at,
            @Nullable Instant clientAt,
            String place,
            String digest,
            boolean signedByDevice,
            String entry) {}

    /**
     * @param facts left out for the carrier, who may yet have to count: the cartridges stand in it
     */
    record DepartureJson(
            String consignment,
            int leg,
            List<String> cases,
            boolean permitted,
            int procedure,
            List<FindingJson> findings,
            long personsIfLost,
            long unknownAtMost,
            String readableBy,
            @Nullable Instant restorePointLost,
            List<String> clocks,
            @Nullable String facts,
            String shown) {}

    record FindingJson(String rule, String found, String todo) {}

    record ReceiptJson(
            HandOverJson handOver,
            boolean clean,
            boolean late,
            List<String> arrived,
            List<String> missing,
            List<String> extra,
            List<String> wrongSeals,
            List<String> absentCases,
            List<String> extraCases) {}

    static Summary summary(Consignment one) {
        return new Summary(
                one.id().value(),
                one.state().name(),
                boxes(one.cases()),
                legs(one),
                one.leg().due());
    }

    static Whole whole(Consignment one, boolean blind) {
        Map<String, String> cartridges = new TreeMap<>();
        one.cartridges()
                .forEach(each ->
                        cartridges.put(each.barcode().value(), each.state().name()));
        return new Whole(
                one.id().value(),
                one.state().name(),
                boxes(one.cases()),
                legs(one),
                one.plannedBy().value(),
                one.plannedAt(),
                blind ? null : cartridges,
                one.legs().stream()
                        .flatMap(leg -> leg.handOvers().stream())
                        .map(ConsignmentJson::handOver)
                        .toList());
    }

    /** Without the seals: what somebody read must not be there for the next to copy. They are in the ledger. */
    static HandOverJson handOver(HandOver one) {
        return new HandOverJson(
                one.id().toString(),
                one.kind().name(),
                one.leg(),
                one.by().value(),
                one.at(),
                one.clientAt().orElse(null),
                one.place().value(),
                one.digest().hex(),
                one.signature().isPresent(),
                one.entry().value().toString());
    }

    static DepartureJson departure(DepartureView view, boolean blind) {
        LossForecast ifLost = blind ? view.ifLost().unnamed() : view.ifLost();
        return new DepartureJson(
                view.consignment().value(),
                view.leg(),
                boxes(view.cases()),
                view.findings().permits(),
                view.findings().version(),
                view.findings().against().stream().map(ConsignmentJson::finding).toList(),
                ifLost.exposure().persons(),
                ifLost.exposure().unknownAtMost(),
                Said.english(ifLost.readableBy()),
                ifLost.restorePointLost().orElse(null),
                ifLost.clocks().stream().map(Said::english).toList(),
                blind ? null : view.facts(),
                view.shown().hex());
    }

    static ReceiptJson receipt(Receipt one) {
        return new ReceiptJson(
                handOver(one.handOver()),
                one.clean(),
                one.late(),
                barcodes(one.arrived()),
                barcodes(one.missing()),
                barcodes(one.extra()),
                boxes(one.wrongSeals()),
                boxes(one.absentCases()),
                boxes(one.extraCases()));
    }

    private static FindingJson finding(Finding finding) {
        return new FindingJson(finding.rule(), finding.found(Locale.ENGLISH), finding.todo(Locale.ENGLISH));
    }

    private static List<LegJson> legs(Consignment one) {
        return one.legs().stream().map(ConsignmentJson::leg).toList();
    }

    private static LegJson leg(Leg leg) {
        return new LegJson(
                leg.number(),
                leg.from().value(),
                leg.to().value(),
                leg.carrier().value(),
                leg.due(),
                leg.state().name());
    }

    private static List<String> boxes(Collection<CaseId> boxes) {
        return boxes.stream().map(CaseId::value).sorted().toList();
    }

    private static List<String> barcodes(Collection<Barcode> barcodes) {
        return barcodes.stream().map(Barcode::value).sorted().toList();
    }
}
