package holdfast.server.access;

import holdfast.server.record.ActorId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Begins a session for somebody who has just used an invitation or the set-up token, not a password. */
@Component
public class Sessions {
    private final PersonDetails people;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Sessions(PersonDetails people) {
        this.people = people;
    }

    /** Signs the person in, under a new session id. Call it only with the answer of {@link Invitations#accept}. */
    public void begin(ActorId person, HttpServletRequest request, HttpServletResponse response) {
        UserDetails details = people.loadUserByUsername(person.value());
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(details, null, details.getAuthorities()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
