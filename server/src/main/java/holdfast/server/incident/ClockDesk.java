package holdfast.server.incident;

import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.exposure.Exposure;
import holdfast.server.exposure.ExposureReport;
import holdfast.server.media.Cartridges;
import holdfast.server.media.Classification;
import holdfast.server.record.ActorId;
import holdfast.server.watch.DueId;
import holdfast.server.watch.Expectation;
import holdfast.server.watch.Rung;
import holdfast.server.watch.Watch;
import holdfast.tape.Barcode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How the clocks of a file stand, and the due times in {@code watch} that stand for them: nobody has to remember. */
@Component
class ClockDesk {
    private static final Map<Clock.State, Integer> PRESSING = Map.of(
            Clock.State.OVERDUE, 0,
            Clock.State.RUNNING, 1,
            Clock.State.SOON, 2,
            Clock.State.PERIOD_UNREAD, 3,
            Clock.State.QUESTION, 4,
            Clock.State.WAITING, 5,
            Clock.State.MET_LATE, 6,
            Clock.State.MET, 7,
            Clock.State.WAIVED, 8,
            Clock.State.NOT_APPLICABLE, 9);

    private final Rules rules = Rules.builtIn();
    private final Set<Set<Barcode>> knownPersonal = ConcurrentHashMap.newKeySet();
    private final IncidentStore store;
    private final FollowUpStore followUps;
    private final ReportStore reports;
    private final Cartridges cartridges;
    private final Exposure exposure;
    private final Watch watch;
    private final People people;
    private final ObjectProvider<NoticeFigures> notices;
    private final InstantSource clock;
    private final ZoneId zone;

    ClockDesk(
            IncidentStore store,
            FollowUpStore followUps,
            ReportStore reports,
            Cartridges cartridges,
            Exposure exposure,
            Watch watch,
            People people,
            ObjectProvider<NoticeFigures> notices,
            InstantSource clock,
            ZoneId zone) {
        this.store = store;
        this.followUps = followUps;
        this.reports = reports;
        this.cartridges = cartridges;
        this.exposure = exposure;
        this.watch = watch;
        this.people = people;
        this.notices = notices;
        this.clock = clock;
        this.zone = zone;
    }

    /** All clocks of the department's regime, the most pressing first. */
    List<Clock> clocks(IncidentId id) {
        ClockReader reader = new ClockReader(known(store.incident(id)));
        return rules.of(regimes(id)).stream()
                .map(reader::read)
                .sorted(Comparator.<Clock>comparingInt(c -> PRESSING.getOrDefault(c.state(), 9))
                        .thenComparing(c -> c.due().orElse(Instant.MAX)))
                .toList();
    }

    /** The clock that a form fulfils. */
    Clock clockOf(IncidentId id, Form form) {
        ClockReader reader = new ClockReader(known(store.incident(id)));
        return reader.read(rules.all().stream()
                .filter(rule -> rule.form().equals(form.name()))
                .findFirst()
                .orElseThrow());
    }

    /** The department's own, and those of places where somebody said that persons are. */
    private Set<String> regimes(IncidentId id) {
        Map<Condition, Boolean> judged = followUps.judgements(id);
        Set<String> regimes = new HashSet<>(Set.of(Rules.HK_DEPARTMENT));
        if (judged.getOrDefault(Condition.PERSONS_IN_EU, false)) {
            regimes.add(Rules.EU);
        }
        if (judged.getOrDefault(Condition.PERSONS_IN_UK, false)) {
            regimes.add(Rules.UK);
        }
        return regimes;
    }

    Rule rule(String id) {
        return rules.rule(id);
    }

    private ClockReader.Known known(Incident incident) {
        Map<Mark, Instant> marks = new EnumMap<>(Mark.class);
        incident.marks().forEach((mark, moment) -> marks.put(mark, moment.at()));
        return new ClockReader.Known(
                incident.openedAt(),
                clock.instant(),
                zone,
                marks,
                answers(incident),
                met(incident.id()),
                followUps.waived(incident.id()));
    }

    private Map<Condition, Boolean> answers(Incident incident) {
        Map<Condition, Boolean> answers = new HashMap<>(followUps.judgements(incident.id()));
        boolean personal = personal(incident.barcodes());
        boolean classified = personal
                || incident.barcodes().stream()
                        .flatMap(one -> cartridges.find(one).stream())
                        .anyMatch(one -> one.classification() != Classification.UNCLASSIFIED);
        answers.put(Condition.PERSONAL_DATA, personal);
        answers.put(Condition.CLASSIFIED, classified);
        return answers;
    }

    /** Once found, personal data stays found: the exposure is counted anew only while there is none. */
    private boolean personal(Set<Barcode> barcodes) {
        if (knownPersonal.contains(barcodes)) {
            return true;
        }
        ExposureReport persons = exposure.of(barcodes);
        boolean personal = persons.persons() + persons.unknownAtMost() > 0;
        if (personal) {
            knownPersonal.add(Set.copyOf(barcodes));
        }
        return personal;
    }

    private Map<String, Instant> met(IncidentId id) {
        Map<String, Instant> met = new HashMap<>();
        for (Contacted contacted : followUps.contacts(id)) {
            if (!contacted.ruleId().isEmpty()) {
                met.merge(contacted.ruleId(), contacted.at(), ClockDesk::earlier);
            }
        }
        for (AuthorityReport.Brief sent : reports.sent(id)) {
            rules.all().stream()
                    .filter(rule -> rule.form().equals(sent.form().name()))
                    .forEach(rule -> met.merge(
                            rule.id(), sent.sentAt(), rule.repeat().isEmpty() ? ClockDesk::earlier : ClockDesk::later));
        }
        Optional<NoticeFigures> figures = Optional.ofNullable(notices.getIfAvailable());
        figures.flatMap(f -> f.completedAt(id)).ifPresent(at -> met.put("hk-persons", at));
        return met;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** Brings the due times in {@code watch} into line with the clocks. Joins the caller's transaction. */
    void align(IncidentId id) {
        Map<String, FollowUpStore.StandingDue> standing = followUps.dues(id);
        for (Clock clock : clocks(id)) {
            FollowUpStore.StandingDue now = standing.get(clock.rule().id());
            Optional<Instant> wanted = watched(clock) ? clock.due() : Optional.empty();
            if (now != null && !wanted.equals(Optional.of(now.due()))) {
                watch.fulfil(now.expectation(), ActorId.SYSTEM);
                followUps.standsNoMore(id, clock.rule().id());
            }
            if (wanted.isPresent() && (now == null || !now.due().equals(wanted.get()))) {
                expect(id, clock.rule(), wanted.get());
            }
        }
    }

    /** The internal reports of the first hour are the ladder's own work. */
    private static boolean watched(Clock clock) {
        boolean runs = clock.state() == Clock.State.RUNNING || clock.state() == Clock.State.OVERDUE;
        return runs && !clock.rule().id().startsWith("hk-internal");
    }

    private void expect(IncidentId id, Rule rule, Instant due) {
        Set<ActorId> officers = ids(people.holding(Role.DPO));
        Set<ActorId> heads = ids(people.holding(Role.HEAD));
        if (officers.isEmpty() && heads.isEmpty()) {
            return;
        }
        List<Rung> ladder = List.of(
                new Rung("data protection officer", Duration.ZERO, officers),
                new Rung("head of office", Duration.ofMinutes(30), heads));
        DueId due1 = watch.expect(new Expectation("report", id.ref(), due, ladder, Set.of()), ActorId.SYSTEM);
        followUps.stands(id, rule.id(), new FollowUpStore.StandingDue(due1, due));
    }

    private static Set<ActorId> ids(List<Person> persons) {
        return persons.stream().map(Person::id).collect(Collectors.toSet());
    }
}
