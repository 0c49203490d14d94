package holdfast.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word of the pages is there in each language, with the same values in it. */
class BundlesTest {
    private static final Pattern SIMPLIFIED_ONLY = Pattern.compile("[这个们为国会时来对发后应还没开问题证实号样请签点击册页]");
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z0-9.]+)[}(]");

    static Stream<String> bundles() {
        return Arrays.stream(ConsoleWeb.BUNDLES);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void theThreeLanguagesHaveTheSameKeysAndTheSameValues(String bundle) throws IOException {
        Properties english = load(bundle, "");
        for (String suffix : new String[] {"_zh_HK", "_zh_CN"}) {
            Properties other = load(bundle, suffix);
            assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
            for (String key : english.stringPropertyNames()) {
                assertThat(arguments(other.getProperty(key)))
                        .as("%s%s %s", bundle, suffix, key)
                        .isEqualTo(arguments(english.getProperty(key)));
                assertThat(other.getProperty(key))
                        .as("%s%s %s", bundle, suffix, key)
                        .isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noSimplifiedCharacterStraysIntoTheTraditionalText(String bundle) throws IOException {
        Properties traditional = load(bundle, "_zh_HK");
        for (String key : traditional.stringPropertyNames()) {
            assertThat(SIMPLIFIED_ONLY.matcher(traditional.getProperty(key)).find())
                    .as("%s: %s", key, traditional.getProperty(key))
                    .isFalse();
        }
    }

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateUsesNoKeyThatIsMissing(Path template) throws IOException {
        Set<String> known = new TreeSet<>();
        for (String bundle : ConsoleWeb.BUNDLES) {
            known.addAll(load(bundle, "").stringPropertyNames());
        }
        Set<String> used = new TreeSet<>();
        KEY_IN_TEMPLATE.matcher(Files.readString(template)).results().forEach(hit -> used.add(hit.group(1)));
        assertThat(known).containsAll(used);
    }

    /** Which values a message takes; compiles it, so that a broken placeholder fails here and not on a page. */
    private static Set<Integer> arguments(String message) {
        MessageFormat format = new MessageFormat(message, Locale.ENGLISH);
        Set<Integer> used = new TreeSet<>();
        for (int i = 0; i < format.getFormatsByArgumentIndex().length; i++) {
            if (message.contains("{" + i)) {
                used.add(i);
            }
        }
        return used;
    }

    private static Properties load(String bundle, String suffix) throws IOException {
        Properties properties = new Properties();
        String name = "/" + bundle + suffix + ".properties";
        try (InputStream in = Objects.requireNonNull(BundlesTest.class.getResourceAsStream(name), name)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
