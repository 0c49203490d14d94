package holdfast.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the server writes into the ledger, a page says in words. Reads the sources: a new act fails here at once. */
class ActWordsTest {
    private static final Path SOURCES = Path.of("src/main/java/holdfast/server");

    /** Keys of sentences and the like that look as acts do. */
    private static final Pattern NO_ACTS = Pattern.compile(
            "(basis|body|subject|opened|unseen|java|refused|part|phrase|told|title)\\..*|guideline\\.(text|title)|due\\.rang");

    /** An act of two words that are put together: what is asked for by one key holder, and granted by another. */
    private static final Map<String, List<String>> PUT_TOGETHER = Map.of(
            "key.release", List.of("key.release-asked", "key.release-granted"),
            "key.destruction", List.of("key.destruction-asked", "key.destruction-granted"));

    /** An act as {@code Recorder} takes it: lower-case words with dashes, a dot between the thing and what happened. */
    private static final Pattern ACT = Pattern.compile("\"([a-z][a-z-]*\\.[a-z][a-z-]*)\"");

    @Test
    void everyActThatTheServerRecordsHasWords() throws IOException {
        Set<String> recorded = recorded();
        assertThat(recorded)
                .as("acts found in the sources")
                .contains("cartridge.written", "case.unsealed", "case.seal-differed", "due.expected", "key.created");
        Set<String> wordless = new TreeSet<>(recorded);
        words().stringPropertyNames().forEach(key -> wordless.remove(key.replaceFirst("^act\\.", "")));
        assertThat(wordless)
                .as("acts without words: each needs a line in messages/console-act*.properties, or is no act: NO_ACTS")
                .isEmpty();
    }

    private static Set<String> recorded() throws IOException {
        Set<String> acts = new TreeSet<>();
        for (Path file : sources()) {
            String source = Files.readString(file);
            if (source.contains("import holdfast.server.record.")) {
                ACT.matcher(source)
                        .results()
                        .map(act -> act.group(1))
                        .filter(act -> !NO_ACTS.matcher(act).matches())
                        .forEach(act -> acts.addAll(PUT_TOGETHER.getOrDefault(act, List.of(act))));
            }
        }
        return acts;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    // Those who read the ledger name acts too.
                    .filter(file ->
                            !file.startsWith(SOURCES.resolve("console")) && !file.startsWith(SOURCES.resolve("api")))
                    .toList();
        }
    }

    private static Properties words() throws IOException {
        Properties words = new Properties();
        try (InputStream in =
                Objects.requireNonNull(ActWordsTest.class.getResourceAsStream("/messages/console-act.properties"))) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }
}
