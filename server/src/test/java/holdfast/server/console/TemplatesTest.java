package holdfast.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Traps of the template language that no other test would see. */
class TemplatesTest {
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z:]+\\s[^>]*>");

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            return files.filter(file -> file.toString().endsWith(".html")).toList().stream();
        }
    }

    /** A replacement is done first: a condition or a loop on the same element would be thrown away with it. */
    @ParameterizedTest
    @MethodSource("templates")
    void noConditionStandsOnAnElementThatIsReplaced(Path template) throws IOException {
        assertThat(TAG.matcher(Files.readString(template)).results().map(MatchResult::group))
                .filteredOn(tag -> tag.contains("th:replace="))
                .noneMatch(tag -> tag.contains("th:if=") || tag.contains("th:unless=") || tag.contains("th:each="));
    }
}
