package holdfast.server.incident;

import holdfast.server.incident.ReportField.Value;
import holdfast.server.platform.Phrase;
import holdfast.server.platform.Phrases;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The ways in which a field is filled, each naming its source. A person's answer, where there is one, always wins. */
final class FormFiller {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK);

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.UK);

    final CaseFacts facts;
    private final Phrases english;
    private final List<ReportField> fields = new ArrayList<>();

    FormFiller(CaseFacts facts) {
        this.facts = facts;
        this.english = Phrases.english(facts.zone());
    }

    /** The fields so far, as a part of the form. */
    ReportField.Section section(String title) {
        ReportField.Section section = new ReportField.Section(title, List.copyOf(fields));
        fields.clear();
        return section;
    }

    FormFiller text(String id, String label, String text, String source) {
        return add(id, label, new Value.Text(text), source);
    }

    FormFiller time(String id, String label, Optional<Instant> at, String by, String source) {
        return at.isPresent()
                ? text(id, label, time(at.get()), source)
                : add(id, label, new Value.Open(by, "date and time"), "");
    }

    FormFiller table(
            String id, String label, List<String> head, List<List<String>> rows, List<Float> widths, String source) {
        return add(id, label, new Value.Table(head, rows, widths), source);
    }

    /** Ticks those of the list that are in {@code chosen}. */
    FormFiller choices(String id, String label, List<String> all, Set<String> chosen, String source) {
        return add(
                id,
                label,
                new Value.Choices(all.stream()
                        .map(one -> new Value.Choice(one, chosen.contains(one)))
                        .toList()),
                source);
    }

    /** From the office's settings; open where they lack it. */
    FormFiller profile(String id, String label, ProfileField field) {
        String value = facts.profile().get(field);
        return value == null
                ? add(id, label, new Value.Open("the administrator", "in the settings: " + field.label()), "")
                : text(id, label, value, "settings");
    }

    /** Asked of a person. */
    FormFiller ask(String id, String label, String by, String hint) {
        return add(id, label, new Value.Open(by, hint), "");
    }

    /** Stays empty by the form's own rule. */
    FormFiller empty(String id, String label, String why) {
        return add(id, label, new Value.LeftEmpty(why), "");
    }

    private FormFiller add(String id, String label, Value value, String source) {
        FollowUpStore.Answer answer = facts.answers().get(id);
        if (answer == null) {
            fields.add(new ReportField(id, label, value, source));
        } else {
            String by = "answered by " + facts.people().apply(answer.by());
            fields.add(new ReportField(id, label, new Value.Text(answer.text()), by));
        }
        return this;
    }

    String time(Instant at) {
        return TIME.format(at.atZone(facts.zone()));
    }

    /** What a service says, in the language of the forms. */
    String said(Phrase phrase) {
        return english.say(phrase);
    }

    String said(List<Phrase> phrases) {
        return english.say(phrases);
    }

    /** For a narrow column. */
    String shortTime(Instant at) {
        return SHORT.format(at.atZone(facts.zone()));
    }

    Optional<Instant> at(Mark mark) {
        return facts.incident().at(mark);
    }

    /** The ledger entry of a mark, and who set it. */
    String sourceOf(Mark mark) {
        Moment moment = facts.incident().marks().get(mark);
        if (moment == null) {
            return "";
        }
        return "incident file, " + facts.people().apply(moment.setter()) + ": " + said(moment.basis())
                + " (ledger entry " + shortened(moment.entry().toString()) + ")";
    }

    /** The first figures of an entry's id, enough to find it. */
    static String shortened(String entry) {
        return entry.length() > 13 ? entry.substring(0, 13) : entry;
    }

    /** The shares of a table's columns; they add up to one. */
    static List<Float> shares(double... shares) {
        return Arrays.stream(shares).mapToObj(share -> (float) share).toList();
    }
}
