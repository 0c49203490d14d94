package holdfast.server.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.server.access.Language;
import holdfast.server.place.SiteId;
import holdfast.server.procedure.Facts.CaseFacts;
import holdfast.server.procedure.Facts.ExposureFacts;
import holdfast.server.procedure.Facts.GuidelineStanding;
import holdfast.server.procedure.Facts.MediumFacts;
import holdfast.server.procedure.Facts.Shares;
import holdfast.server.record.ActorId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule has a departure that it lets pass and one that it does not. */
class RulesTest {

    private static final Instant NINE = Instant.parse("2024-12-23T01:00:00Z");
    private static final ActorId GIVER = new ActorId("officer-a");
    private static final ActorId CARRIER = new ActorId("officer-b");

    private static final List<Rule> ALL = List.of(
            new Rule.TwoPersons(),
            new Rule.GuidelineAcknowledged(),
            new Rule.SealPresent(),
            new Rule.KeysApart(),
            new Rule.ClassificationLabel(),
            new Rule.ReadableByNobody(),
            new Rule.RoutePermitted(),
            new Rule.DueWithin(Duration.ofHours(2)),
            new Rule.ExposureCeiling(80_000),
            new Rule.NotTheOnlyCopy());

    @Test
    void anOrdinaryDepartureHasNothingAgainstIt() {
        Findings findings = version(ALL).judge(new Trip().facts());

        assertThat(findings.permits()).isTrue();
        assertThat(findings.rules()).hasSize(ALL.size());
    }

    static Stream<Object[]> departuresThatMayNotBe() {
        return Stream.of(
                row("two-persons", "same-person", new Trip().carriedBy(GIVER)),
                row("two-persons", "carrier-sealed", new Trip().sealedBy(CARRIER)),
                row(
                        "guideline-acknowledged",
                        "not-acknowledged",
                        new Trip().standing(GuidelineStanding.NOT_ACKNOWLEDGED)),
                row("guideline-acknowledged", "none-issued", new Trip().standing(GuidelineStanding.NONE_ISSUED)),
                row("seal-present", "unsealed", new Trip().unsealed()),
                row("seal-present", "empty", new Trip().empty()),
                row("seal-present", "no-case", new Trip().noCase()),
                row("keys-apart", "in-case", new Trip().withKey("recovery sheet")),
                row("keys-apart", "shares", new Trip().shares(3, 3)),
                row("keys-apart", "carrier-holds-keys", new Trip().carrierHoldsKeys()),
                row("classification-label", "case", new Trip().unlabelled()),
                row("readable-by-nobody", "readable", new Trip().readable()),
                row("route-permitted", "unknown", new Trip().offRoute()),
                row("due-within", "past", new Trip().due(NINE)),
                row("due-within", "too-late", new Trip().due(NINE.plus(Duration.ofHours(3)))),
                row("exposure-ceiling", "over", new Trip().exposing(79_000, 1_001)),
                row("not-the-only-copy", "only-copy", new Trip().onlyCopy()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("departuresThatMayNotBe")
    void aRuleNamesWhatStandsAgainstADeparture(String rule, String what, Trip trip) {
        Findings findings = version(ALL).judge(trip.facts());

        assertThat(findings.permits()).isFalse();
        assertThat(findings.against()).allSatisfy(one -> {
            assertThat(one.rule()).isEqualTo(rule);
            assertThat(one.what()).isEqualTo(what);
        });
        for (Finding finding : findings.against()) {
            for (Language language : Language.values()) {
                assertThat(finding.found(language.locale()))
                        .isNotBlank()
                        .doesNotContain("finding.")
                        .doesNotContain("{");
                assertThat(finding.todo(language.locale())).isNotBlank().doesNotContain("todo.");
            }
        }
    }

    @Test
    void fewerSharesThanRebuildAKeyMayTravel() {
        assertThat(version(ALL).judge(new Trip().shares(2, 3).facts()).permits())
                .isTrue();
    }

    @Test
    void aVersionWithoutARuleDoesNotAskIt() {
        ProcedureVersion lax = version(List.of(new Rule.TwoPersons()));

        assertThat(lax.judge(new Trip().unsealed().offRoute().facts()).permits())
                .isTrue();
    }

    @Test
    void theSameFactsAreJudgedTheSameForEver() {
        Facts facts = new Trip().unsealed().offRoute().facts();

        assertThat(version(ALL).judge(facts)).isEqualTo(version(ALL).judge(facts));
    }

    @Test
    void everyRuleIsReadBackAsItWasStored() {
        assertThat(RuleCodec.read(RuleCodec.write(ALL))).isEqualTo(ALL);
    }

    @Test
    void aStoredRuleThatThisReleaseDoesNotKnowIsNotSilentlySkipped() {
        assertThatThrownBy(() -> RuleCodec.read("two-persons\nweather-fine"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("weather-fine");
    }

    private static ProcedureVersion version(List<Rule> rules) {
        return new ProcedureVersion(
                1, "Transit", "first", rules, GIVER, Optional.of(CARRIER), Optional.of(Instant.EPOCH));
    }

    private static Object[] row(Object... values) {
        return values;
    }

    /** The ordinary trip, and what can be wrong with it. */
    static final class Trip {
        private ActorId carrier = CARRIER;
        private ActorId sealer = GIVER;
        private boolean holdsKeys;
        private boolean sealed = true;
        private boolean filled = true;
        private boolean labelled = true;
        private boolean encrypted = true;
        private boolean withCase = true;
        private List<String> keys = List.of();
        private Map<String, Shares> shares = Map.of();
        private Optional<Duration> route = Optional.of(Duration.ofMinutes(25));
        private Instant due = NINE.plus(Duration.ofMinutes(50));
        private GuidelineStanding standing = GuidelineStanding.ACKNOWLEDGED;
        private ExposureFacts exposure = new ExposureFacts(76_000, 0, Optional.empty());

        Trip carriedBy(ActorId who) {
            carrier = who;
            sealer = CARRIER;
            return this;
        }

        Trip sealedBy(ActorId who) {
            sealer = who;
            return this;
        }

        Trip standing(GuidelineStanding where) {
            standing = where;
            return this;
        }

        Trip unsealed() {
            sealed = false;
            return this;
        }

        Trip empty() {
            filled = false;
            return this;
        }

        Trip noCase() {
            withCase = false;
            return this;
        }

        Trip withKey(String thing) {
            keys = List.of(thing);
            return this;
        }

        Trip shares(int travelling, int enough) {
            shares = Map.of("SET-1", new Shares(travelling, enough));
            return this;
        }

        Trip carrierHoldsKeys() {
            holdsKeys = true;
            return this;
        }

        Trip unlabelled() {
            labelled = false;
            return this;
        }

        Trip readable() {
            encrypted = false;
            return this;
        }

        Trip offRoute() {
            route = Optional.empty();
            return this;
        }

        Trip due(Instant when) {
            due = when;
            return this;
        }

        Trip exposing(long persons, long unknown) {
            exposure = new ExposureFacts(persons, unknown, Optional.empty());
            return this;
        }

        Trip onlyCopy() {
            exposure = new ExposureFacts(1, 0, Optional.of(NINE));
            return this;
        }

        Facts facts() {
            MediumFacts medium = new MediumFacts("HF0001L9", Optional.of("RESTRICTED"), encrypted, false);
            CaseFacts box = new CaseFacts(
                    "K-07",
                    sealed ? Optional.of("S4711") : Optional.empty(),
                    sealed ? Optional.of(sealer) : Optional.empty(),
                    labelled ? Optional.of("RESTRICTED") : Optional.empty(),
                    filled ? List.of(medium) : List.of(),
                    keys);
            return new Facts(
                    GIVER,
                    carrier,
                    holdsKeys,
                    new SiteId("tower"),
                    new SiteId("queensway"),
                    route,
                    NINE,
                    due,
                    standing,
                    withCase ? List.of(box) : List.of(),
                    shares,
                    exposure);
        }
    }
}
