package holdfast.server.incident;

import holdfast.server.media.Cartridge;
import holdfast.server.media.Classification;
import holdfast.server.media.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is lost and whose data is on it: media, protection, kinds of data, persons by number. */
final class MediaBlocks {
    private final FormFiller fill;
    private final CaseFacts facts;

    MediaBlocks(FormFiller fill) {
        this.fill = fill;
        this.facts = fill.facts;
    }

    /** Each medium: make, model, serial, classification, when and by whom last proved. */
    ReportField.Section media() {
        List<List<String>> rows =
                facts.evidence().cartridges().stream().map(this::mediumRow).toList();
        fill.table(
                "media",
                "Media",
                List.of("Barcode", "Make, model, serial", "Classification", "Last proven possession", "Entry"),
                rows,
                FormFiller.shares(0.15, 0.25, 0.17, 0.29, 0.14),
                "register of cartridges, " + "ledger");
        fill.text("protection", "Protection", protection(), "key log, counted " + fill.time(facts.now()));
        return fill.section("Media");
    }

    private List<String> mediumRow(Cartridge one) {
        return List.of(
                one.barcode() + " (" + fate(one) + ")",
                one.make() + " " + one.model() + ", " + one.serial(),
                one.classification().name(),
                facts.people().apply(one.lastProven().who()) + ", "
                        + one.lastProven().where() + ", "
                        + fill.time(one.lastProven().when()),
                FormFiller.shortened(one.lastProven().entry().toString()));
    }

    private String fate(Cartridge one) {
        Incident.CartridgeFate fate = facts.incident().cartridges().get(one.barcode());
        return fate == null ? "unknown" : fate.name().toLowerCase(Locale.ROOT);
    }

    private String protection() {
        StringBuilder text =
                new StringBuilder("Encrypted: " + facts.evidence().keys().cipher() + ", ");
        text.append("each under its own key; the keys do not travel with the media. ");
        text.append("Uses of these keys since the onset: ")
                .append(facts.evidence().keys().uses())
                .append(". ");
        text.append(facts.evidence().allHeldBack() ? "All keys are quarantined." : "Not all keys are quarantined yet.");
        facts.evidence().cartridges().stream()
                .filter(one -> one.origin() instanceof Origin.Foreign)
                .forEach(one -> text.append(" ")
                        .append(one.barcode())
                        .append(": written by other software, encryption as declared: ")
                        .append(((Origin.Foreign) one.origin()).encryption())
                        .append('.'));
        return text.toString();
    }

    /** Persons and kinds of data: kinds only, never a value. */
    ReportField.Section personalData(boolean counts) {
        Classification highest = facts.evidence().cartridges().stream()
                .map(Cartridge::classification)
                .max(Comparator.naturalOrder())
                .orElse(Classification.RESTRICTED);
        fill.text(
                "classified",
                "Classified data",
                "Yes, " + highest + " (personal data is RESTRICTED at least).",
                "register of cartridges");
        fill.text("personal", "Personal data", facts.exposure().persons() > 0 ? "Yes" : "None found", "exposure");
        fill.text("kinds", "Kinds of data", kinds(), "exposure");
        if (counts) {
            fill.table(
                    "affected",
                    "Persons affected",
                    List.of("Category", "Persons"),
                    counts(),
                    FormFiller.shares(0.7, 0.3),
                    "exposure, counted without the media; each person once in the total");
            if (facts.exposure().unknownAtMost() > 0) {
                fill.text(
                        "unknown",
                        "Not exactly known",
                        "At most " + facts.exposure().unknownAtMost()
                                + " further persons: rows that could not be read, or media with declared contents.",
                        "exposure");
            }
        }
        return fill.section("Data concerned");
    }

    private String kinds() {
        return facts.exposure().byKind().keySet().stream()
                .sorted()
                .map(kind -> kind.replace('-', ' '))
                .collect(Collectors.joining(", "));
    }

    private List<List<String>> counts() {
        List<List<String>> rows = new ArrayList<>();
        facts.exposure().byCategory().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(one -> rows.add(List.of(one.getKey(), grouped(one.getValue()))));
        rows.add(List.of("All persons, each once", grouped(facts.exposure().persons())));
        return rows;
    }

    static String grouped(long n) {
        return String.format(Locale.UK, "%,d", n).replace(',', ' ');
    }
}
