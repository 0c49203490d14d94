package holdfast.server.access;

import holdfast.server.record.ActorId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions that are older than their person's standing: roles changed, credentials voided, person retired.
 * What the session believed about its person holds for one request at most.
 */
final class FreshRoles extends OncePerRequestFilter {
    private static final String STAMP = FreshRoles.class.getName();

    private final PersonStore people;

    FreshRoles(PersonStore people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        HttpSession session = request.getSession(false);
        if (who != null && !(who instanceof AnonymousAuthenticationToken) && session != null) {
            Optional<Integer> stamp = people.stamp(new ActorId(who.getName()));
            boolean sameStanding = stamp.isPresent()
                    && (!(session.getAttribute(STAMP) instanceof Stamp known)
                            || !known.person().equals(who.getName())
                            || known.value() == stamp.get());
            if (sameStanding) {
                session.setAttribute(STAMP, new Stamp(who.getName(), stamp.get()));
            } else {
                session.invalidate();
                SecurityContextHolder.clearContext();
            }
        }
        chain.doFilter(request, response);
    }

    /** Whose standing the session was last checked against; another person's is no reason to end it. */
    private record Stamp(String person, int value) implements Serializable {}
}
