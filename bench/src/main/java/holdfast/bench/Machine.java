package holdfast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the figures were measured on. */
final class Machine {
    private Machine() {}

    static Map<String, String> describe(Path work) throws IOException, InterruptedException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("processor", field("/proc/cpuinfo", "model name") + ", "
                + Runtime.getRuntime().availableProcessors() + " cores");
        facts.put("memory", Long.parseLong(field("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1_000_000 + " GB");
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch"));
        facts.put("file system", Files.getFileStore(work).type() + " on "
                + Peers.output("findmnt -no SOURCE -T " + work).orElse("?"));
        facts.put("Java", Runtime.version().toString());
        facts.put("load before", Files.readString(Path.of("/proc/loadavg")).trim());
        return facts;
    }

    private static String field(String file, String name) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).trim())
                .findFirst()
                .orElse("?");
    }
}
