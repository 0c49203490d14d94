package holdfast.server.drill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.HoldfastServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole morning, small: everything that the drill demands of itself holds. */
@Tag("slow")
class DrillTest {
    @TempDir
    private Path scratch;

    @Test
    void aSmallDrillHoldsAllThatItDemandsOfItself() throws Exception {
        JsonNode outcome = drill(3, List.of(), Optional.empty(), List.of());
        assertThat(outcome.at("/people/onLostMedia").asLong()).isEqualTo(400);
        assertThat(outcome.at("/notices/total").asLong()).isEqualTo(400);
        assertThat(outcome.at("/notices/resumedAfterKill").asBoolean()).isTrue();
        assertThat(outcome.at("/restore/identical").asBoolean()).isTrue();
        assertThat(outcome.at("/ledger/verified").asBoolean()).isTrue();
    }

    @Test
    void ownDataWithABrokenRowCountsTheSameBothWaysAndNamesTheRow() throws Exception {
        Path data = Files.createDirectories(scratch.resolve("own"));
        List<String> rows = new ArrayList<>(List.of("id,name,email,address"));
        for (int i = 0; i < 200; i++) {
            rows.add(i == 120 ? "broken" : "C%04d,Client %d,c%d@example.invalid,Example Road %d".formatted(i, i, i, i));
        }
        Path register = Files.write(data.resolve("clients.csv"), rows, UTF_8);
        JsonNode outcome = drill(2, List.of(), Optional.of(data), List.of(register));
        assertThat(outcome.at("/people/onLostMedia").asLong()).isEqualTo(199);
        assertThat(outcome.at("/people/bruteForce").asLong()).isEqualTo(199);
        assertThat(outcome.at("/people/brokenRows").toString()).contains("clients.csv", "122");
    }

    /** Runs a drill that must exit with 0, and gives its JSON. */
    private JsonNode drill(int cartridges, List<String> lose, Optional<Path> data, List<Path> registers)
            throws Exception {
        StringWriter out = new StringWriter();
        DrillOptions options = new DrillOptions(
                400,
                cartridges,
                lose,
                data,
                registers,
                Optional.empty(),
                5,
                Optional.empty(),
                Optional.of(scratch.resolve("kept")),
                false,
                0,
                true);
        int code = DrillRun.run(HoldfastServer::start, options, new PrintWriter(out), System.err, false);
        JsonNode outcome = JsonMapper.builder().build().readTree(out.toString());
        assertThat(code).as("%s", outcome.get("checks")).isZero();
        return outcome;
    }
}
