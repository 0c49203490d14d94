package holdfast.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the machine could do at most at each {@link Step}, in MB/s; empty where the tool that tells it is missing. */
final class Limits {
    private static final int GROUP_BYTES = 2 << 20;
    private static final Pattern ZSTD = Pattern.compile("\\(x?([0-9.]+)\\),? +([0-9.]+) MB/s");

    private final Map<String, Double> jmh;
    private final OptionalDouble sha256;
    private final OptionalDouble gcm;
    private final Map<Path, Compression> zstd = new HashMap<>();

    /** @param ratio how many bytes become one */
    private record Compression(double ratio, double megabytesPerSecond) {}

    /** @param jmh what the benchmarks of limits gave, by {@link Jmh#key} */
    Limits(Map<String, Double> jmh, List<Path> data) throws IOException, InterruptedException {
        this.jmh = jmh;
        this.sha256 = openssl("sha256");
        this.gcm = openssl("aes-256-gcm");
        for (Path file : data) {
            zstd(file).ifPresent(found -> zstd.put(file, found));
        }
    }

    OptionalDouble of(Step step, Path data) {
        return switch (step) {
            case CUT -> OptionalDouble.of(jmh.get(Jmh.key("Limits.cut", data)));
            case HASH -> sha256;
            case COMPRESS -> OptionalDouble.of(compress(data));
            case SEAL -> gcm;
            case COMPRESS_AND_SEAL -> compressAndSeal(data);
        };
    }

    private double compress(Path data) {
        double library = jmh.get(Jmh.key("Limits.compress", data));
        return zstd.containsKey(data) ? Math.max(library, zstd.get(data).megabytesPerSecond()) : library;
    }

    private OptionalDouble compressAndSeal(Path data) {
        if (gcm.isEmpty() || !zstd.containsKey(data)) {
            return OptionalDouble.empty();
        }
        double sealing = gcm.getAsDouble() * zstd.get(data).ratio();
        return OptionalDouble.of(1 / (1 / compress(data) + 1 / sealing));
    }

    private static OptionalDouble openssl(String algorithm) throws IOException, InterruptedException {
        Optional<String> line = Peers.output("openssl speed -mr -elapsed -seconds 2 -bytes " + GROUP_BYTES + " -evp "
                + algorithm + " | grep '^+F:'");
        return line.map(found -> found.substring(found.lastIndexOf(':') + 1))
                .map(bytes -> OptionalDouble.of(Double.parseDouble(bytes) / 1e6))
                .orElse(OptionalDouble.empty());
    }

    private static Optional<Compression> zstd(Path file) throws IOException, InterruptedException {
        Optional<String> line = Peers.output(
                "LC_ALL=C zstd -q -b3 -i2 -B" + GROUP_BYTES + " --single-thread " + file + " | grep '^-3'");
        return line.map(ZSTD::matcher)
                .filter(Matcher::find)
                .map(found ->
                        new Compression(Double.parseDouble(found.group(1)), Double.parseDouble(found.group(2))));
    }
}
