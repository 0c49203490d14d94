package holdfast.server.console.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.server.console.draw.CustodyDrawing.Piece;
import holdfast.server.console.draw.CustodyDrawing.Point;
import holdfast.server.console.draw.CustodyLine.Lane;
import holdfast.server.console.draw.CustodyLine.Mark;
import holdfast.server.console.draw.CustodyLine.Stop;
import holdfast.server.console.draw.CustodyLine.Trail;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustodyDrawingTest {
    private static final Instant NINE = Instant.parse("2024-12-23T01:00:00Z");
    private static final List<Lane> LANES = List.of(new Lane("Tower", ""), new Lane("Officer B", ""));

    private static Stop stop(int lane, long minutes, Trail after) {
        return new Stop(lane, NINE.plusSeconds(minutes * 60), "Stop", "", Mark.PROVEN, after, null);
    }

    @Test
    void theLineChangesLanesAtTheMomentOfTheHandOver() {
        CustodyDrawing drawing = CustodyDrawing.of(
                new CustodyLine("K-07", LANES, List.of(stop(0, 0, Trail.PROVEN), stop(1, 15, Trail.NONE))));
        Point taken = drawing.points().getLast();
        assertThat(drawing.trails())
                .singleElement()
                .extracting(Piece::path)
                .asString()
                .contains("V" + taken.y())
                .contains("Q" + taken.x());
    }

    @Test
    void silenceIsDrawnAsSilence() {
        CustodyDrawing drawing = CustodyDrawing.of(new CustodyLine(
                "K-07", LANES, List.of(stop(0, 0, Trail.PROVEN), stop(1, 15, Trail.SILENT), stop(1, 40, Trail.NONE))));
        assertThat(drawing.trails()).extracting(Piece::css).containsExactly("proven", "silent");
    }

    @Test
    void aLongLifeShowsItsLastStopsAndSaysHowManyCameBefore() {
        List<Stop> stops = IntStream.range(0, 40)
                .mapToObj(i -> stop(i % 2, i * 1440L, Trail.PROVEN))
                .toList();
        CustodyDrawing drawing = CustodyDrawing.of(new CustodyLine("HF0001L9", LANES, stops));
        assertThat(drawing.points()).hasSize(8);
        assertThat(drawing.earlier()).isEqualTo(32);
        assertThat(drawing.points()).extracting(Point::x).isSorted().doesNotHaveDuplicates();
        assertThat(drawing.points().getLast().x()).isLessThan(drawing.width());
    }

    @Test
    void theWordsOfTwoStopsAMomentApartStandBesideEachOther() {
        List<Stop> stops = IntStream.range(0, 9)
                .mapToObj(i ->
                        new Stop(0, NINE.plusSeconds(i), "Case lost, confirmed", "", Mark.PROVEN, Trail.PROVEN, null))
                .toList();
        List<Point> points =
                CustodyDrawing.of(new CustodyLine("HF0001L9", LANES, stops)).points();
        assertThat(points).hasSizeBetween(4, 8);
        for (int i = 1; i < points.size(); i++) {
            assertThat(points.get(i).x() - points.get(i - 1).x()).isGreaterThan("Case lost, confirmed".length() * 6);
        }
    }

    @Test
    void aLineOfOneStopIsStillALine() {
        CustodyDrawing drawing = CustodyDrawing.of(new CustodyLine("HF0001L9", LANES, List.of(stop(0, 0, Trail.NONE))));
        assertThat(drawing.points()).hasSize(1);
        assertThat(drawing.trails()).isEmpty();
    }

    @Test
    void aStopInNoLaneIsRefused() {
        List<Stop> stops = List.of(stop(2, 0, Trail.NONE));
        assertThatThrownBy(() -> new CustodyLine("K-07", LANES, stops)).hasMessageContaining("lane 2 of 2");
    }
}
