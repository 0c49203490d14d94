package holdfast.server.media;

import holdfast.server.access.People;
import holdfast.server.access.Permits;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.place.Places;
import holdfast.server.platform.Invalid;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import holdfast.server.watch.DueId;
import holdfast.server.watch.Expectation;
import holdfast.server.watch.Rung;
import holdfast.server.watch.Watch;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Raises transfers; knows nothing of who carries them. */
@Service
@Transactional
class RotationService implements Rotation {
    private final RotationStore store;
    private final Watch watch;
    private final People people;
    private final Places places;
    private final Permits permits;
    private final Recorder recorder;
    private final InstantSource clock;
    private final SecureRandom random;
    private final ApplicationEventPublisher events;

    RotationService(
            RotationStore store,
            Watch watch,
            People people,
            Places places,
            Permits permits,
            Recorder recorder,
            InstantSource clock,
            SecureRandom random,
            ApplicationEventPublisher events) {
        this.store = store;
        this.watch = watch;
        this.people = people;
        this.places = places;
        this.permits = permits;
        this.recorder = recorder;
        this.clock = clock;
        this.random = random;
        this.events = events;
    }

    @Override
    public ScheduleId define(NewSchedule plan, ActorId by) {
        permits.demand(by, Role.OPERATOR, Role.MANAGER, Role.ADMINISTRATOR);
        places.site(plan.from());
        places.site(plan.to());
        if (plan.from().equals(plan.to())) {
            throw new Invalid("refused.transfer-one-site");
        }
        ScheduleId id = new ScheduleId(uuid());
        store.insert(new Schedule(id, plan, clock.instant()));
        Map<String, ?> facts = Map.of(
                "name", plan.name(),
                "from", plan.from(),
                "to", plan.to(),
                "at", plan.at().toString(),
                "weekly", plan.weekly(),
                "keep", List.of(plan.keepSons(), plan.keepFathers(), plan.keepGrandfathers()));
        recorder.record(by, "rotation.defined", facts, new Ref("schedule", id.toString()));
        return id;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Schedule> schedules() {
        return store.all();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> nextMoment() {
        return store.all().stream()
                .map(schedule -> new GfsCalendar(schedule.plan())
                        .after(schedule.raisedUntil())
                        .due())
                .min(Comparator.naturalOrder());
    }

    @Override
    public int raise() {
        int raised = 0;
        for (Schedule schedule : store.all()) {
            if (nothingDue(schedule)) {
                continue;
            }
            Optional<Schedule> locked = store.lock(schedule.id());
            if (locked.isPresent() && !nothingDue(locked.get())) {
                raise(locked.get());
                raised++;
            }
        }
        return raised;
    }

    private boolean nothingDue(Schedule schedule) {
        return new GfsCalendar(schedule.plan())
                .after(schedule.raisedUntil())
                .due()
                .isAfter(clock.instant());
    }

    private void raise(Schedule schedule) {
        GfsCalendar calendar = new GfsCalendar(schedule.plan());
        GfsCalendar.Occurrence next = calendar.after(schedule.raisedUntil());
        GfsCalendar.Occurrence longest = next;
        Instant last = next.due();
        int count = 0;
        while (!next.due().isAfter(clock.instant())) {
            count++;
            last = next.due();
            longest = next.keepUntil().isBefore(longest.keepUntil()) ? longest : next;
            next = calendar.after(next.due());
        }
        TransferId id = new TransferId(uuid());
        Ref about = new Ref("transfer", id.toString());
        Map<String, ?> facts = Map.of(
                "schedule", schedule.plan().name(),
                "generation", longest.generation(),
                "due", longest.due(),
                "keepUntil", longest.keepUntil(),
                "missed", count - 1);
        recorder.record(
                ActorId.SYSTEM,
                "transfer.raised",
                facts,
                about,
                new Ref("schedule", schedule.id().toString()));
        DueId due = watch.expect(
                new Expectation("transfer", about, longest.due(), ladder(schedule.plan()), Set.of()), ActorId.SYSTEM);
        NewSchedule plan = schedule.plan();
        TransferDue transfer = new TransferDue(
                id, plan.name(), plan.from(), plan.to(), longest.generation(), longest.due(), longest.keepUntil(), due);
        store.insert(transfer, schedule.id());
        store.raisedUntil(schedule.id(), last);
        events.publishEvent(transfer);
    }

    private List<Rung> ladder(NewSchedule plan) {
        return List.of(
                new Rung("operators", Duration.ZERO, holding(Role.OPERATOR)),
                new Rung("manager", plan.within(), holding(Role.MANAGER)),
                new Rung("head of office", plan.within().multipliedBy(2), holding(Role.HEAD)));
    }

    private Set<ActorId> holding(Role role) {
        return people.holding(role).stream().map(Person::id).collect(Collectors.toSet());
    }

    @Override
    @Transactional(readOnly = true)
    public List<TransferDue> due() {
        return store.due();
    }

    @Override
    public void served(TransferId id, Ref consignment, ActorId by) {
        permits.demand(by, Role.OPERATOR, Role.SITE_OFFICER);
        TransferDue transfer = store.lockDue(id).orElseThrow(() -> new MediaRefused("refused.transfer-not-due"));
        store.served(id, consignment);
        recorder.record(
                by,
                "transfer.served",
                Map.of("schedule", transfer.schedule(), "due", transfer.due()),
                new Ref("transfer", id.toString()),
                consignment);
        watch.fulfil(transfer.watch(), by);
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
