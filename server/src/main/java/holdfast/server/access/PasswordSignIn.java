package holdfast.server.access;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Signing in by password, not faster than {@link Throttle} allows. */
@Component
class PasswordSignIn extends DaoAuthenticationProvider {
    private final Throttle throttle;

    PasswordSignIn(PersonDetails people, Passwords passwords, Throttle throttle) {
        super(people);
        setPasswordEncoder(passwords.encoder());
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String name = asked.getName();
        if (throttle.mustWait(name)) {
            throw new LockedException("Too many wrong passwords. Wait some minutes.");
        }
        try {
            Authentication granted = super.authenticate(asked);
            throttle.succeeded(name);
            return granted;
        } catch (BadCredentialsException e) {
            throttle.failed(name);
            throw e;
        }
    }
}
