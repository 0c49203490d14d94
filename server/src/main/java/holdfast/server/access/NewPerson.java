package holdfast.server.access;

import java.util.Set;

/**
 * A person to be enrolled.
 *
 * @param signIn the name they sign in with, which becomes their id: 2 to 40 of a–z, 0–9, '-', '.', beginning
 *     with a letter
 * @param email may be empty: then no alert reaches them by mail
 */
public record NewPerson(
        String signIn, String name, String post, String email, String phone, Language language, Set<Role> roles) {
    public NewPerson {
        roles = Set.copyOf(roles);
    }

    NewPerson with(Set<Role> others) {
        return new NewPerson(signIn, name, post, email, phone, language, others);
    }
}
