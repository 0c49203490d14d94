package holdfast.server.console.say;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language of a request: what the address says ({@code ?lang=zh-Hant}, remembered in a cookie), else what the cookie
 * says, else what the signed-in person reads, else what the browser asks for.
 */
public final class ChosenLanguage implements LocaleResolver {
    /** The name of the parameter and of the cookie. */
    public static final String NAME = "lang";

    private static final int A_YEAR = 365 * 24 * 3600;

    private final Function<HttpServletRequest, Optional<Locale>> ofPerson;

    /** @param ofPerson the language of whoever is signed in, if somebody is */
    public ChosenLanguage(Function<HttpServletRequest, Optional<Locale>> ofPerson) {
        this.ofPerson = ofPerson;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return known(request.getParameter(NAME))
                .or(() -> cookie(request))
                .orElseGet(() -> ofPerson.apply(request)
                        .map(Languages::of)
                        .orElseGet(() -> Languages.firstOf(
                                request.getHeader("Accept-Language") == null
                                        ? Collections.emptyList()
                                        : Collections.list(request.getLocales()))))
                .locale();
    }

    /** Remembers a choice in a cookie; called when the address carries one. */
    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response == null || locale == null) {
            return;
        }
        Cookie cookie = new Cookie(NAME, Languages.of(locale).tag());
        cookie.setPath("/");
        cookie.setMaxAge(A_YEAR);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    private static Optional<Languages> cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .findFirst()
                        .flatMap(cookie -> known(cookie.getValue()));
    }

    private static Optional<Languages> known(@Nullable String tag) {
        return Arrays.stream(Languages.values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }
}
