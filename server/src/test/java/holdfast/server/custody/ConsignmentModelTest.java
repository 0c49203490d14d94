package holdfast.server.custody;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.access.Forbidden;
import holdfast.server.media.CaseId;
import holdfast.server.media.MediaRefused;
import holdfast.server.media.SealNumber;
import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import holdfast.server.record.Entry;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.watch.DueId;
import holdfast.tape.Barcode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Random people try random things with random cases, mostly out of order. Whatever they do, what must always hold holds
 * after each step. The seed is in the test's name; to replay one, put it alone into the list.
 */
@HoldfastTest
class ConsignmentModelTest {

    private static final int STEPS = 80;

    private final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;

    ConsignmentModelTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20_241_223, 76_000, 42})
    void whateverAnybodyTriesCustodyStaysWhole(long seed) {
        Run run = new Run(new Office(jdbc, transactions), new Random(seed));
        for (int step = 0; step < STEPS || (!run.sawEverything() && step < 10 * STEPS); step++) {
            String act = run.step();
            run.check("seed " + seed + ", step " + step + ": " + act);
        }
        assertThat(run.sawEverything())
                .as("seed %d accepted %s", seed, run.done)
                .isTrue();
    }

    /** One random history. */
    private static final class Run {
        private final Office office;
        private final Random random;
        private final List<ActorId> actors;
        private final List<Office.Packed> packed = new ArrayList<>();
        private final List<ConsignmentId> consignments = new ArrayList<>();
        private final Map<String, Integer> done = new HashMap<>();

        Run(Office office, Random random) {
            this.office = office;
            this.random = random;
            this.actors = List.of(
                    office.operator,
                    office.giver,
                    office.giver2,
                    office.carrier,
                    office.carrier2,
                    office.receiver,
                    office.receiver2,
                    office.hubOfficer,
                    office.allRoles,
                    office.manager,
                    office.dpo);
        }

        /** A run that never got far proves nothing. */
        boolean sawEverything() {
            return done.getOrDefault("take", 0) > 2 && done.getOrDefault("receive", 0) > 2;
        }

        /** Tries one act; most are refused, which is the point. */
        String step() {
            String act = pick(List.of(
                    "pack", "plan", "plan", "release", "release", "take", "take", "receive", "receive", "lose", "find",
                    "wait", "settle"));
            try {
                perform(act);
                done.merge(act, 1, Integer::sum);
                return act;
            } catch (RefusedException | Forbidden | MediaRefused refused) {
                return act + " refused: " + refused.getMessage();
            }
        }

        private void perform(String act) {
            ActorId who = pick(actors);
            switch (act) {
                case "pack" -> packed.add(office.packed(1 + random.nextInt(3)));
                case "plan" -> plan(who);
                case "wait" -> office.clock.advance(Duration.ofMinutes(random.nextInt(30)));
                default -> {
                    if (consignments.isEmpty()) {
                        return;
                    }
                    ConsignmentId id = random.nextInt(3) == 0 ? pick(consignments) : consignments.getLast();
                    Consignment now = office.consignments.consignment(id);
                    switch (act) {
                        case "release" -> {
                            ActorId giver = likely(who, office.giver);
                            DepartureView view = office.consignments.departure(id, giver);
                            office.consignments.release(id, view.confirm(seals(view.cases())), giver);
                        }
                        case "take" -> {
                            DepartureView view = office.consignments.taking(id);
                            office.consignments.take(
                                    id,
                                    view.confirm(seals(view.cases())),
                                    likely(who, now.leg().carrier()));
                        }
                        case "receive" -> office.consignments.receive(id, count(now), likely(who, office.receiver));
                        case "lose" ->
                            office.consignments.confirmLost(id, some(now.open()), "searched", likely(who, office.dpo));
                        case "settle" ->
                            office.consignments.settleInspection(id, "looked", likely(who, office.manager));
                        default -> find(now, who);
                    }
                }
            }
        }

        private void plan(ActorId who) {
            if (packed.isEmpty()) {
                return;
            }
            SiteId last = random.nextBoolean() ? office.queensway : office.hub;
            List<LegPlan> legs = new ArrayList<>();
            legs.add(new LegPlan(
                    office.tower,
                    last,
                    likely(pick(actors), pick(List.of(office.carrier, office.allRoles))),
                    office.clock.instant().plusSeconds(60L * random.nextInt(90))));
            if (last.equals(office.hub) && random.nextBoolean()) {
                legs.add(new LegPlan(
                        office.hub,
                        office.queensway,
                        office.carrier2,
                        legs.getFirst().due().plusSeconds(3600)));
            }
            consignments.add(office.consignments.plan(
                    new NewConsignment(Set.of(newest().box()), legs), likely(who, office.operator)));
        }

        /** Mostly the case packed last: the others are often promised or gone. */
        private Office.Packed newest() {
            return random.nextInt(4) == 0 ? pick(packed) : packed.getLast();
        }

        private void find(Consignment now, ActorId who) {
            List<Barcode> all = now.cartridges().stream()
                    .map(Consignment.Travelling::barcode)
                    .toList();
            if (!all.isEmpty()) {
                office.consignments.found(
                        pick(all),
                        pick(List.of(office.tower, office.hub, office.queensway)),
                        "on a bench",
                        likely(who, office.receiver));
            }
        }

        private BlindCount count(Consignment now) {
            Map<CaseId, SealNumber> seals = random.nextInt(6) == 0 ? Map.of() : seals(now.cases());
            Set<Barcode> inside = new HashSet<>();
            now.cartridges().forEach(one -> inside.add(one.barcode()));
            Set<Barcode> scanned = new HashSet<>(random.nextInt(3) == 0 ? some(inside) : inside);
            if (random.nextInt(8) == 0) {
                scanned.add(new Barcode("STRANGE1"));
            }
            SiteId at = random.nextInt(4) == 0
                    ? pick(office.places.sites()).id()
                    : now.leg().to();
            return BlindCount.signedIn(at, seals, scanned);
        }

        private Map<CaseId, SealNumber> seals(Set<CaseId> boxes) {
            Map<CaseId, SealNumber> seals = new HashMap<>();
            for (Office.Packed one : packed) {
                if (boxes.contains(one.box()) && random.nextInt(8) > 0) {
                    seals.put(one.box(), random.nextInt(8) > 0 ? one.seal() : new SealNumber("S-WRONG"));
                }
            }
            return seals;
        }

        void check(String when) {
            for (ConsignmentId id : consignments.subList(Math.max(0, consignments.size() - 8), consignments.size())) {
                Consignment now = office.consignments.consignment(id);
                now.legs().forEach(leg -> checkLeg(now, leg, when));
                boolean open = !now.open().isEmpty();
                boolean underway =
                        now.legs().stream().anyMatch(leg -> leg.state().underway());
                assertThat(!open || underway)
                        .as(when + ": what is open belongs to a leg under way")
                        .isTrue();
            }
            checkPossession(when);
        }

        private void checkLeg(Consignment now, Leg leg, String when) {
            boolean departed = leg.last(HandOver.Kind.RELEASE).isPresent();
            assertThat(leg.expectation().isPresent())
                    .as(when + ": each release has an expectation")
                    .isEqualTo(departed);
            leg.expectation().ifPresent(due -> {
                assertThat(expected(due))
                        .as(when + ": open while under way, closed after")
                        .isEqualTo(leg.state().underway());
                long receipts = office.watch.open(now.id().ref()).stream()
                        .filter(one -> one.expectation().what().equals("receipt"))
                        .count();
                assertThat(receipts).as(when + ": one receipt expected at most").isLessThanOrEqualTo(1);
            });
            leg.last(HandOver.Kind.RELEASE).ifPresent(release -> {
                assertThat(release.by())
                        .as(when + ": nobody both gives and carries")
                        .isNotEqualTo(leg.carrier());
                assertThat(release.shown())
                        .as(when + ": nothing left that the procedure forbids")
                        .contains("\"against\":[]");
                leg.handOvers().stream()
                        .filter(one -> one.kind() == HandOver.Kind.RECEIVE)
                        .forEach(one -> assertThat(one.by())
                                .as(when + ": nobody receives what they gave or carried")
                                .isNotEqualTo(release.by())
                                .isNotEqualTo(leg.carrier()));
            });
            leg.last(HandOver.Kind.TAKE)
                    .ifPresent(taken -> assertThat(taken.by()).isEqualTo(leg.carrier()));
        }

        private boolean expected(DueId due) {
            return office.watch.open.containsKey(due);
        }

        /** The register's last proven possession is that of an entry about the cartridge, made by that person. */
        private void checkPossession(String when) {
            office.cartridges.all().forEach(cartridge -> {
                Entry proof =
                        office.record.entry(cartridge.lastProven().entry()).orElseThrow();
                assertThat(proof.actor())
                        .as(when)
                        .isEqualTo(cartridge.lastProven().who());
                assertThat(proof.about()).as(when).contains(Refs.of(cartridge.barcode()));
                long journeys = office.consignments.of(cartridge.barcode()).stream()
                        .filter(one -> one.open().contains(cartridge.barcode()))
                        .count();
                assertThat(journeys)
                        .as(when + ": no cartridge travels twice at once")
                        .isLessThanOrEqualTo(1);
            });
        }

        private ActorId likely(ActorId any, ActorId right) {
            return random.nextInt(3) == 0 ? any : right;
        }

        private Set<Barcode> some(Set<Barcode> all) {
            Set<Barcode> some = new HashSet<>();
            all.stream().sorted().forEach(one -> {
                if (random.nextBoolean()) {
                    some.add(one);
                }
            });
            return some;
        }

        private <T> T pick(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }
    }
}
