package holdfast.server.custody;

import holdfast.server.media.CaseId;
import holdfast.server.media.SealNumber;
import holdfast.tape.Barcode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a blind count means against what left: a pure comparison. Stored beside the count as canonical JSON, so that the
 * same count sent twice gives the same answer.
 */
record Outcome(
        Set<Barcode> arrived,
        Set<Barcode> missing,
        Set<Barcode> extra,
        Set<CaseId> wrongSeals,
        Set<CaseId> absentCases,
        Set<CaseId> extraCases,
        boolean late) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /**
     * What should be there.
     *
     * @param boxes the cases not yet received, with the seal each left with
     * @param open the cartridges not yet accounted for, with the case each left in
     * @param settledBoxes further cases of this consignment, received before
     * @param settled further cartridges of this consignment, accounted for before: counting them again is no surprise
     * @param underSeal whether an intact seal may stand for the contents: at a stop on the way, where cases stay closed
     * @param late whether the due time is over
     */
    record Expected(
            Map<CaseId, SealNumber> boxes,
            Map<Barcode, CaseId> open,
            Set<CaseId> settledBoxes,
            Set<Barcode> settled,
            boolean underSeal,
            boolean late) {}

    static Outcome of(Expected expected, BlindCount count) {
        Set<CaseId> wrongSeals = expected.boxes().entrySet().stream()
                .filter(box -> count.seals().containsKey(box.getKey()))
                .filter(box -> !box.getValue().equals(count.seals().get(box.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Set<CaseId> absent = new HashSet<>(expected.boxes().keySet());
        absent.removeAll(count.seals().keySet());
        Set<CaseId> extraCases = new HashSet<>(count.seals().keySet());
        extraCases.removeAll(expected.boxes().keySet());
        extraCases.removeAll(expected.settledBoxes());

        Set<Barcode> arrived = new TreeSet<>(count.cartridges());
        arrived.retainAll(expected.open().keySet());
        if (expected.underSeal()) {
            arrived.addAll(underIntactSeal(expected, count, wrongSeals));
        }
        Set<Barcode> missing = new TreeSet<>(expected.open().keySet());
        missing.removeAll(arrived);
        Set<Barcode> extra = new TreeSet<>(count.cartridges());
        extra.removeAll(expected.open().keySet());
        extra.removeAll(expected.settled());
        return new Outcome(arrived, missing, extra, wrongSeals, absent, extraCases, expected.late());
    }

    /** Contents of cases that came with the right seal and were not opened: nothing of theirs was scanned. */
    private static Set<Barcode> underIntactSeal(Expected expected, BlindCount count, Set<CaseId> wrongSeals) {
        Set<CaseId> opened = count.cartridges().stream()
                .filter(expected.open()::containsKey)
                .map(expected.open()::get)
                .collect(Collectors.toSet());
        return expected.open().entrySet().stream()
                .filter(one -> count.seals().containsKey(one.getValue()))
                .filter(one -> !wrongSeals.contains(one.getValue()) && !opened.contains(one.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    Receipt receipt(HandOver handOver) {
        return new Receipt(handOver, arrived, missing, extra, wrongSeals, absentCases, extraCases, late);
    }

    Map<String, Object> facts() {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("arrived", sorted(arrived));
        facts.put("missing", sorted(missing));
        facts.put("extra", sorted(extra));
        facts.put("wrongSeals", sorted(wrongSeals));
        facts.put("absentCases", sorted(absentCases));
        facts.put("extraCases", sorted(extraCases));
        facts.put("late", late);
        return facts;
    }

    /** Reads what {@link #facts} became as JSON. */
    static Outcome read(String json) {
        Stored stored = MAPPER.readValue(json, Stored.class);
        return new Outcome(
                barcodes(stored.arrived()),
                barcodes(stored.missing()),
                barcodes(stored.extra()),
                boxes(stored.wrongSeals()),
                boxes(stored.absentCases()),
                boxes(stored.extraCases()),
                stored.late());
    }

    private record Stored(
            List<String> arrived,
            List<String> missing,
            List<String> extra,
            List<String> wrongSeals,
            List<String> absentCases,
            List<String> extraCases,
            boolean late) {}

    private static List<String> sorted(Collection<?> values) {
        return values.stream().map(Object::toString).sorted().toList();
    }

    private static Set<Barcode> barcodes(List<String> values) {
        return values.stream().map(Barcode::new).collect(Collectors.toSet());
    }

    private static Set<CaseId> boxes(List<String> values) {
        return values.stream().map(CaseId::new).collect(Collectors.toSet());
    }
}
