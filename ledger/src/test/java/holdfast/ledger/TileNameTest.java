package holdfast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TileNameTest {
    @Test
    void theNamesAreThoseOfTheSpecification() {
        assertThat(TileName.full(0, 1234067).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new TileName(TileName.ENTRIES, 0, 5).path()).isEqualTo("tile/entries/000.p/5");
        assertThat(TileName.full(1, 1000).path()).isEqualTo("tile/1/x001/000");
    }

    /** The worked example in tlog-tiles. */
    @Test
    void aTreeOf70000HasTheTilesThatTheSpecificationCounts() {
        assertThat(TileName.width(0, 272, 70_000)).isEqualTo(256);
        assertThat(TileName.width(0, 273, 70_000)).isEqualTo(112);
        assertThat(TileName.width(0, 274, 70_000)).isZero();
        assertThat(TileName.width(1, 0, 70_000)).isEqualTo(256);
        assertThat(TileName.width(1, 1, 70_000)).isEqualTo(17);
        assertThat(TileName.width(2, 0, 70_000)).isEqualTo(1);
        assertThat(TileName.width(3, 0, 70_000)).isZero();
    }

    @Test
    void onlyTheOneSpellingOfANameIsRead() {
        assertThat(TileName.parse("tile/0/x001/x234/067")).contains(TileName.full(0, 1234067));
        assertThat(TileName.parse("tile/entries/000.p/255")).contains(new TileName(TileName.ENTRIES, 0, 255));
        for (String bad : new String[] {
            "tile/0/000.p/256",
            "tile/0/000.p/0",
            "tile/0/x000/001",
            "tile/00/001",
            "tile/64/000",
            "tile/0/1",
            "checkpoint"
        }) {
            assertThat(TileName.parse(bad)).as(bad).isEmpty();
        }
    }
}
