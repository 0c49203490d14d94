package holdfast.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.Staff;
import holdfast.server.testing.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page, in each language, on a server with nobody but its administrator and nothing registered of the test's. */
@HoldfastTest
class PagesTest {
    private static final List<String> PAGES = List.of(
            "/",
            "/transit",
            "/media",
            "/ledger",
            "/procedures",
            "/settings",
            "/passkeys",
            "/affected",
            "/welcome",
            "/stocktakes",
            "/drills",
            "/procedures/0",
            "/procedures/new",
            "/guidelines/new");
    /** What an administrator has no part in. */
    private static final List<String> PAGES_OF_OTHERS = List.of(
            "/incidents", "/notices", "/desk", "/keys", "/media/new", "/cases/new", "/media/found", "/transit/plan");

    private static final List<String> LANGUAGES = List.of("en", "zh-Hant", "zh-Hans");

    private final Staff staff;

    @LocalServerPort
    private int port;

    PagesTest(Staff staff) {
        this.staff = staff;
    }

    @Test
    void everyPageReadsInEachLanguageWithNoWordMissing() {
        Visitor administrator = signedIn();
        for (String language : LANGUAGES) {
            for (String page : PAGES) {
                HttpResponse<String> answer = administrator.get(page + "?lang=" + language);
                assertThat(answer.statusCode()).as("%s in %s", page, language).isEqualTo(200);
                assertThat(answer.body())
                        .as("%s in %s", page, language)
                        .contains("<h1", "lang=\"" + language)
                        .doesNotContain("??")
                        .doesNotContain("th:text")
                        .doesNotContain("style=\"");
            }
        }
    }

    @Test
    void whatIsNotAnAdministratorsIsRefusedInEachLanguage() {
        Visitor administrator = signedIn();
        for (String language : LANGUAGES) {
            for (String page : PAGES_OF_OTHERS) {
                HttpResponse<String> answer = administrator.get(page + "?lang=" + language);
                assertThat(answer.statusCode()).as("%s in %s", page, language).isEqualTo(403);
                assertThat(answer.body()).as("%s in %s", page, language).doesNotContain("??");
            }
        }
    }

    @Test
    void aStrangerSeesNothingButTheDoorAndThePublicPage() {
        Visitor stranger = new Visitor(port);
        staff.administrator();
        for (String page : PAGES.subList(0, 7)) {
            assertThat(stranger.get(page).statusCode()).as(page).isEqualTo(302);
        }
        assertThat(stranger.get("/affected").statusCode()).isEqualTo(200);
        assertThat(stranger.get("/sign-in").body()).contains("Sign in");
    }

    @Test
    void whatNobodyRegisteredIsAPlainPageAndNotAnError() {
        Visitor administrator = signedIn();
        for (String page : List.of("/media/XX9999L9", "/cases/NOBODYS", "/transit/C-999999")) {
            HttpResponse<String> answer = administrator.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(404);
            assertThat(answer.body()).as(page).contains("There is no such page");
        }
    }

    @Test
    void aRefusalIsSaidInTheReadersLanguage() {
        Visitor administrator = signedIn();
        assertThat(administrator.get("/transit/C-999999?lang=zh-Hant").body()).contains("並無付運 C-999999。");
        Map<String, String> nobody = Map.of("signIn", "chan", "name", "Chan", "email", "no address", "language", "EN");
        administrator.post("/settings/people", nobody);
        assertThat(administrator.get("/settings?lang=zh-Hans").body()).contains("“no address”不是电子邮件地址。");
        administrator.post("/settings/people", nobody);
        assertThat(administrator.get("/settings?lang=en").body()).contains("‘no address’ is no e-mail address.");
    }

    @Test
    void aWrongReferenceGetsAPlainAnswerWithoutSigningIn() {
        HttpResponse<String> answer = new Visitor(port).post("/affected", Map.of("reference", "ZZZZ-ZZZZ-ZZZZ"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("card answer no");
    }

    private Visitor signedIn() {
        staff.administrator();
        Visitor visitor = new Visitor(port);
        visitor.signIn("admin", Staff.ADMINISTRATORS_PASSWORD);
        return visitor;
    }
}
