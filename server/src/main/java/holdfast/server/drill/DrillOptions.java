package holdfast.server.drill;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What was asked on the command line.
 *
 * @param lose barcodes that go missing; none named means all
 * @param data one's own files to back up instead of synthetic ones
 * @param registers registers of persons among {@code data}
 * @param smtp where notices are delivered instead of to the drill's own receiver, as HOST:PORT
 * @param keep where everything is left; absent means a scratch folder that is removed
 * @param serve whether the console stays open afterwards
 */
record DrillOptions(
        int people,
        int cartridges,
        List<String> lose,
        Optional<Path> data,
        List<Path> registers,
        Optional<Path> mapping,
        long seed,
        Optional<String> smtp,
        Optional<Path> keep,
        boolean serve,
        int port,
        boolean json) {

    boolean synthetic() {
        return data.isEmpty();
    }
}
