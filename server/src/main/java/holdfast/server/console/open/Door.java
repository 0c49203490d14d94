package holdfast.server.console.open;

import holdfast.server.access.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Opens a session for somebody who has just proved who they are by a one-time token. */
@Component
class Door {
    private final UserDetailsService people;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    Door(UserDetailsService people) {
        this.people = people;
    }

    /** Begins a new session, under a new id, for this person. */
    void open(Person person, HttpServletRequest request, HttpServletResponse response) {
        UserDetails details = people.loadUserByUsername(person.id().value());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(details, null, details.getAuthorities()));
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }
}
