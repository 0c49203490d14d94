package holdfast.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import holdfast.server.console.say.Languages;
import holdfast.server.record.Entry;
import holdfast.server.record.LedgerBook;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.MessageSource;

/** Every page of the console, in three languages, light and dark, at a desk and on a phone. */
@BrowserTest
class EveryPageTest {
    private static final List<String> LANGUAGES = List.of("en", "zh-Hant", "zh-Hans");

    private final Scene scene;

    EveryPageTest(Scene scene) {
        this.scene = scene;
    }

    /** All, or those that {@code -Dholdfast.visits=REGEX} names while one works on them. */
    static List<Visit> visits() {
        String wanted = System.getProperty("holdfast.visits", ".*");
        return Visits.ALL.stream()
                .filter(visit -> visit.toString().matches(wanted))
                .toList();
    }

    @Test
    void everyPageThatTheServerKnowsIsLookedAt() {
        Set<String> unseen =
                new TreeSet<>(Routes.ofPages(scene.office().server().context()));
        assertThat(unseen).as("the console's addresses").contains("/", "/transit/{id}/receive");
        Visits.ALL.forEach(visit -> unseen.remove(visit.pattern()));
        unseen.removeAll(Visits.ELSEWHERE.keySet());
        assertThat(unseen)
                .as("pages that no browser test visits: each needs a line in Visits")
                .isEmpty();
    }

    @Test
    void everyActThatWasRecordedHasItsWordsInEachLanguage() {
        MessageSource messages = scene.office().service(MessageSource.class);
        LedgerBook book = scene.office().service(LedgerBook.class);
        book.integrate();
        Set<String> acts =
                book.page(Long.MAX_VALUE, 1000).stream().map(Entry::act).collect(Collectors.toCollection(TreeSet::new));
        assertThat(acts).hasSizeGreaterThan(30);
        Set<String> wordless = new TreeSet<>();
        for (String act : acts) {
            for (Languages language : Languages.values()) {
                if ("".equals(messages.getMessage("act." + act, null, "", language.locale()))) {
                    wordless.add(act);
                }
            }
        }
        assertThat(wordless).as("acts without words in console-act").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("visits")
    void nothingIsWrongWith(Visit visit) {
        Set<String> problems = new LinkedHashSet<>();
        Looks looks = new Looks(!Visits.STILL_ENGLISH.contains(visit.pattern()));
        try (Page page = scene.looking(visit.person())) {
            Faults faults = Faults.on(page);
            String path = visit.path().apply(scene);
            for (String language : LANGUAGES) {
                Response answer = Objects.requireNonNull(
                        page.navigate(path + (path.contains("?") ? "&" : "?") + "lang=" + language));
                assertThat(answer.status()).as("%s in %s", path, language).isEqualTo(200);
                assertThat(page.locator("html").getAttribute("lang")).startsWith(language);
                looks.problems(page, visit.fileName() + "-" + language)
                        .forEach(problem -> problems.add(language + " " + problem));
                faults.taken().forEach(fault -> problems.add(language + " " + fault));
            }
        }
        assertThat(problems).as(visit.toString()).isEmpty();
    }
}
