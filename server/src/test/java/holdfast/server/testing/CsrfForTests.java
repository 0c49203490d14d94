package holdfast.server.testing;

import java.util.Map;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands a test the token that a page carries in its forms. Only in the tests' class path. */
@RestController
class CsrfForTests {
    static final String PATH = "/assets/csrf-for-tests";

    @GetMapping(PATH)
    Map<String, String> token(CsrfToken token) {
        return Map.of("token", token.getToken());
    }
}
