package holdfast.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.Staff;
import holdfast.server.testing.Visitor;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a page is made of comes once and small, and nothing keeps the page waiting. */
@HoldfastTest
class AssetsTest {
    private static final Pattern PART = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+\\.(?:css|js))\"");
    private static final Pattern SCRIPT = Pattern.compile("<script[^>]*>");

    @LocalServerPort
    private int port;

    /** Before it has an administrator, a server shows its set-up alone. */
    AssetsTest(Staff staff) {
        staff.administrator();
    }

    @Test
    void stylesAndScriptsAreKeptForAYearUnderANameOfTheirContentAndComeCompressed() {
        List<String> parts = PART.matcher(text("/sign-in"))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(parts).hasSizeGreaterThan(2);
        for (String part : parts) {
            HttpResponse<String> answer = compressed(part);
            assertThat(part).matches(".*-[0-9a-f]{32}\\.(css|js)");
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .as(part)
                    .contains("max-age=31536000", "immutable");
            assertThat(answer.headers().firstValue("Content-Encoding")).as(part).contains("gzip");
        }
    }

    @Test
    void aPageComesCompressedAndNoScriptHoldsItUp() {
        assertThat(compressed("/sign-in").headers().firstValue("Content-Encoding"))
                .contains("gzip");
        assertThat(SCRIPT.matcher(text("/sign-in")).results().map(MatchResult::group))
                .isNotEmpty()
                .allMatch(script -> script.contains("defer"));
    }

    /** The two files of the barcode reader come from one release: the script names the program's digest. */
    @Test
    void theBarcodeReadersScriptAndProgramBelongTogether() throws Exception {
        byte[] program = resource("/assets/zxing/reader.wasm");
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(program));
        assertThat(new String(resource("/assets/zxing/reader.js"), StandardCharsets.UTF_8))
                .contains(digest);
        assertThat(compressed("/assets/zxing/reader.wasm").headers().firstValue("Content-Type"))
                .contains("application/wasm");
    }

    private HttpResponse<String> compressed(String path) {
        return new Visitor(port).get(path, "Accept-Encoding", "gzip");
    }

    private String text(String path) {
        return new Visitor(port).get(path).body();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(AssetsTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }
}
