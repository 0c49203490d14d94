package holdfast.server.access;

import holdfast.server.platform.Invalid;
import java.util.Locale;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * What a password must be, and how it is kept: Argon2id, 16 MiB, two passes, one lane (OWASP's figures are 19 MiB
 * and two passes, or 12 MiB and three; Spring Security's default lies between).
 */
@Component
class Passwords {
    static final int SHORTEST = 12;
    private static final int LONGEST = 200;

    private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

    PasswordEncoder encoder() {
        return encoder;
    }

    /**
     * The form to store.
     *
     * @throws IllegalArgumentException if the password is too short, too long or the person's own name
     */
    String hash(String password, String signIn) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new Invalid("refused.password-length", SHORTEST, LONGEST);
        }
        boolean ownName = password.toLowerCase(Locale.ROOT).replace(signIn, "").length() < SHORTEST / 2;
        boolean fewLetters = password.chars().distinct().count() < 5;
        if (ownName || fewLetters) {
            throw new Invalid("refused.password-easy");
        }
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("the password could not be hashed");
        }
        return hash;
    }
}
