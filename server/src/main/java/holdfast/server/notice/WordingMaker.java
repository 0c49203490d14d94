package holdfast.server.notice;

import holdfast.server.access.Language;
import holdfast.server.notice.Wording.Section;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the text of a batch from the facts. A pure function: the same facts give the same text. */
final class WordingMaker {
    /** The order in which a person reads kinds of data; others follow by name. */
    private static final List<String> ORDER = List.of(
            "name",
            "identity-number",
            "date-of-birth",
            "address",
            "telephone",
            "email",
            "bank-account",
            "claim",
            "employment",
            "reference-number");

    private static final Comparator<String> BY_WEIGHT = Comparator.<String>comparingInt(
                    kind -> ORDER.contains(kind) ? ORDER.indexOf(kind) : ORDER.size())
            .thenComparing(Comparator.naturalOrder());

    private final NoticeFacts facts;
    private final Words words;
    private final Language language;
    private final Map<String, String> fills = new HashMap<>();

    WordingMaker(NoticeFacts facts, Language language) {
        this.facts = facts;
        this.language = language;
        this.words = new Words(language);
        fills.put("office", of(facts.office()));
        fills.put("file", facts.file());
        fills.put("phone", facts.phone());
        fills.put("email", facts.email());
        fills.put("url", facts.url());
        fills.put("cipher", facts.cipher());
        fills.put("uses", Long.toString(facts.keyUses()));
        fills.put("lostOn", day(facts.lostOn()));
        fills.put("confirmedOn", day(facts.confirmedOn()));
        fills.put("lockedOn", facts.lockedOn().map(this::day).orElse(""));
        fills.put("n", Integer.toString(facts.cartridges()));
        String number = facts.cartridges() == 1 ? ".one" : ".many";
        fills.put("tapes", words.say("tapes" + number, fills));
        fills.put("have", words.say("have" + number));
        fills.put("They", words.say("they" + number));
        fills.put("were", words.say("were" + number));
        facts.route().ifPresent(route -> {
            fills.put("from", of(route.from()));
            fills.put("to", of(route.to()));
        });
        fills.put("told", told());
    }

    /**
     * The text for one category of persons.
     *
     * @param kinds of the data that is held about them, as codes
     * @param now printed as the date
     */
    Wording make(String category, Collection<String> kinds, Instant now) {
        fills.put("category", category);
        fills.put("category", say(words.knows("category." + category) ? "category." + category : "category.other"));
        fills.put(
                "kinds",
                words.list(kinds.stream().sorted(BY_WEIGHT).map(this::kind).toList()));
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("", say(facts.route().isPresent() ? "what" : "what.noRoute")));
        sections.add(section("data", say("data")));
        sections.add(section("read", say(readable())));
        sections.add(section("done", say("done")));
        sections.add(section("doNow", advice(kinds)));
        sections.add(section("ask", say("ask")));
        return new Wording(
                language.locale().toLanguageTag(),
                of(facts.office()),
                facts.officeAddress().getOrDefault(language, List.of()),
                say("ourReference"),
                day(now),
                now,
                facts.zone().getId(),
                say("senderName"),
                say("salutation"),
                say("title"),
                sections,
                closing(),
                say("footer"));
    }

    private List<String> closing() {
        List<String> lines = new ArrayList<>(List.of(say("sorry"), ""));
        String sincerely = say("sincerely");
        if (!sincerely.isEmpty()) {
            lines.add(sincerely);
            lines.add("");
        }
        lines.add(of(facts.post()));
        lines.add(say("for"));
        return lines;
    }

    private Section section(String key, String text) {
        return new Section(say(key + ".heading"), text);
    }

    private String readable() {
        if (facts.foreign()) {
            return "read.foreign";
        }
        if (facts.lockedOn().isEmpty()) {
            return "read.unlocked";
        }
        return facts.keyUses() == 0 ? "read.none" : "read.some";
    }

    private String advice(Collection<String> kinds) {
        StringBuilder text = new StringBuilder(say("doNow"));
        String gap = language == Language.EN ? " " : "";
        if (kinds.contains("bank-account")) {
            text.append(gap).append(say("doNow.bank"));
        }
        if (kinds.contains("identity-number")) {
            text.append(gap).append(say("doNow.identity"));
        }
        return text.toString();
    }

    private String told() {
        if (facts.told().isEmpty()) {
            return words.say("told.none");
        }
        List<String> names = facts.told().stream()
                .map(form -> words.say("authority." + form))
                .toList();
        return words.say("told.some", Map.of("authorities", words.list(names)));
    }

    private String kind(String code) {
        return words.knows("kind." + code) ? words.say("kind." + code) : code;
    }

    private String say(String key) {
        return words.say(key, fills);
    }

    private String day(Instant at) {
        return DateTimeFormatter.ofPattern(words.say("date"), language.locale()).format(at.atZone(facts.zone()));
    }

    /** By language, English where there is no other. */
    private String of(Map<Language, String> texts) {
        String text = texts.get(language);
        return text != null ? text : texts.getOrDefault(Language.EN, "");
    }
}
