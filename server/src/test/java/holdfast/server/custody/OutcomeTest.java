package holdfast.server.custody;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.media.CaseId;
import holdfast.server.media.SealNumber;
import holdfast.server.place.SiteId;
import holdfast.tape.Barcode;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a blind count means against what left. */
class OutcomeTest {

    private static final CaseId K7 = new CaseId("K-07");
    private static final CaseId K8 = new CaseId("K-08");
    private static final SealNumber SEAL = new SealNumber("S4711");
    private static final SiteId QUEENSWAY = new SiteId("queensway");
    private static final Barcode ONE = new Barcode("HF0001L9");
    private static final Barcode TWO = new Barcode("HF0002L9");
    private static final Barcode ALIEN = new Barcode("XX9999L9");

    @Test
    void everythingCountedIsAClean() {
        Outcome outcome = Outcome.of(expected(false), count(Map.of(K7, SEAL), ONE, TWO));

        assertThat(outcome.arrived()).containsExactlyInAnyOrder(ONE, TWO);
        assertThat(outcome.missing()).isEmpty();
        assertThat(outcome.wrongSeals()).isEmpty();
        assertThat(outcome.absentCases()).isEmpty();
    }

    @Test
    void whatIsNotScannedIsMissingAtTheJourneysEndWhateverTheSealSays() {
        Outcome outcome = Outcome.of(expected(false), count(Map.of(K7, SEAL)));

        assertThat(outcome.missing()).containsExactlyInAnyOrder(ONE, TWO);
    }

    @Test
    void anIntactSealStandsForTheContentsAtAStopOnTheWay() {
        Outcome outcome = Outcome.of(expected(true), count(Map.of(K7, SEAL)));

        assertThat(outcome.arrived()).containsExactlyInAnyOrder(ONE, TWO);
    }

    @Test
    void aCaseOnceOpenedIsCountedCartridgeByCartridge() {
        Outcome outcome = Outcome.of(expected(true), count(Map.of(K7, SEAL), ONE));

        assertThat(outcome.arrived()).containsExactly(ONE);
        assertThat(outcome.missing()).containsExactly(TWO);
    }

    @Test
    void anotherSealStandsForNothing() {
        Outcome outcome = Outcome.of(expected(true), count(Map.of(K7, new SealNumber("S9999"))));

        assertThat(outcome.wrongSeals()).containsExactly(K7);
        assertThat(outcome.missing()).containsExactlyInAnyOrder(ONE, TWO);
    }

    @Test
    void whatNobodySentIsExtra() {
        Outcome outcome = Outcome.of(expected(false), count(Map.of(K7, SEAL, K8, SEAL), ONE, TWO, ALIEN));

        assertThat(outcome.extra()).containsExactly(ALIEN);
        assertThat(outcome.extraCases()).containsExactly(K8);
    }

    @Test
    void aCaseThatIsNotThereIsAbsent() {
        assertThat(Outcome.of(expected(false), count(Map.of(), ONE, TWO)).absentCases())
                .containsExactly(K7);
    }

    @Test
    void anOutcomeIsReadBackAsItWasStored() {
        Outcome outcome = Outcome.of(expected(false), count(Map.of(K7, new SealNumber("S1")), ONE, ALIEN));

        assertThat(Outcome.read(Canonical.json(outcome.facts()))).isEqualTo(outcome);
    }

    private static Outcome.Expected expected(boolean underSeal) {
        return new Outcome.Expected(Map.of(K7, SEAL), Map.of(ONE, K7, TWO, K7), Set.of(K7), Set.of(), underSeal, false);
    }

    private static BlindCount count(Map<CaseId, SealNumber> seals, Barcode... scanned) {
        return BlindCount.signedIn(QUEENSWAY, seals, Arrays.stream(scanned).collect(Collectors.toSet()));
    }
}
