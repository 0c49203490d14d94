package holdfast.server.notice;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.access.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LettersTest {
    static final Instant NOW = Instant.parse("2024-12-23T04:30:00Z");
    private static final List<String> KINDS = List.of(
            "name", "identity-number", "address", "email", "telephone", "date-of-birth", "bank-account", "claim");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Language.class)
    void aLetterIsOnePageAPersonWithTheirOwnNameAddressAndReference(Language language) throws Exception {
        Path file = folder.resolve("letters.pdf");
        LetterPress.typeset(wording(language, "creditor"), letters(language, 3), file);
        keepForTheEye(file, "letter-" + language);
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(2);
            second.setEndPage(2);
            String text = second.getText(pdf);
            assertThat(text)
                    .contains("HF00-0002-TEST")
                    .doesNotContain("HF00-0001-TEST")
                    .contains(letters(language, 2).get(1).name())
                    .contains("2345 6789")
                    .contains("enquiry@example.org");
        }
    }

    @Test
    void theThreeLanguagesHaveTheSamePlaces() {
        for (Language language : Language.values()) {
            assertThat(wording(language, "staff").json()).contains("{name}").contains("{reference}");
            assertThat(wording(language, "staff").sections()).hasSize(6);
        }
    }

    @Test
    void aNameCannotFillInThePlaceOfAReference() {
        assertThat(Wording.personal("{name}: {reference}", "{reference}", "R")).isEqualTo("{reference}: R");
    }

    @Test
    void keysThatWereUsedAreSaidToHaveBeenUsed() {
        NoticeFacts used = facts(2);
        String text =
                new WordingMaker(used, Language.EN).make("creditor", KINDS, NOW).json();
        assertThat(text).contains("2 use(s)").doesNotContain("no sign");
    }

    @Test
    void noNoticeSaysSafe() {
        for (Language language : Language.values()) {
            assertThat(wording(language, "creditor").json().toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain("safe", "no risk", "安全", "sanitised");
        }
    }

    static Wording wording(Language language, String category) {
        return new WordingMaker(facts(0), language).make(category, KINDS, NOW);
    }

    static NoticeFacts facts(long uses) {
        return new NoticeFacts(
                Map.of(
                        Language.EN, "Holdfast Drill Office (synthetic)",
                        Language.ZH_HANT, "Holdfast 演習辦事處（虛構）",
                        Language.ZH_HANS, "Holdfast 演习办事处（虚构）"),
                Map.of(
                        Language.EN, List.of("12/F, Harbour Tower", "7 Gloucester Road", "Wan Chai, Hong Kong"),
                        Language.ZH_HANT, List.of("香港灣仔", "告士打道7號", "海港大樓12樓"),
                        Language.ZH_HANS, List.of("香港湾仔", "告士打道7号", "海港大楼12楼")),
                "HDO/IT/2024-1",
                Map.of(Language.EN, "Data Protection Officer", Language.ZH_HANT, "保障資料主任", Language.ZH_HANS, "保障资料主任"),
                Optional.of(new NoticeFacts.Route(
                        Map.of(Language.EN, "Harbour Tower", Language.ZH_HANT, "海港大樓", Language.ZH_HANS, "海港大楼"),
                        Map.of(
                                Language.EN,
                                "Queensway Offices",
                                Language.ZH_HANT,
                                "金鐘道辦事處",
                                Language.ZH_HANS,
                                "金钟道办事处"))),
                7,
                false,
                Instant.parse("2024-12-23T01:15:00Z"),
                Instant.parse("2024-12-23T03:40:00Z"),
                Optional.of(Instant.parse("2024-12-23T02:41:00Z")),
                uses,
                "AES-256-GCM",
                List.of("POLICE", "PCPD", "SECURITY_BUREAU", "DPO_C2"),
                "2345 6789",
                "enquiry@example.org",
                "https://holdfast.example.org/affected",
                ZoneId.of("Asia/Hong_Kong"));
    }

    static List<NoticeTable.Letter> letters(Language language, int n) {
        List<NoticeTable.Letter> letters = new ArrayList<>();
        for (int i = 1; i <= n; i++) {
            String name =
                    language == Language.EN ? "CHAN Tai Man " + i : (language == Language.ZH_HANT ? "陳大文" : "陈大文") + i;
            String address = language == Language.EN
                    ? name + "\nFlat B, 12/F, Block 3\nEvergreen Gardens\n" + i + " Nathan Road\nMong Kok\nKowloon"
                    : "九龍旺角\n彌敦道" + i + "號\n長青花園3座12樓B室\n" + name;
            letters.add(new NoticeTable.Letter(i, address, name, "HF00-%04d-TEST".formatted(i)));
        }
        return letters;
    }

    /** Keeps a copy where a person can look at it, when asked with -Dletters.keep=FOLDER. */
    private static void keepForTheEye(Path file, String name) throws Exception {
        String keep = System.getProperty("letters.keep");
        if (keep != null) {
            Files.copy(file, Path.of(keep, name + ".pdf"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
