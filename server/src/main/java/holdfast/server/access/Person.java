package holdfast.server.access;

import holdfast.server.record.ActorId;
import java.util.Arrays;
import java.util.Set;

/**
 * Somebody who works with Holdfast.
 *
 * @param id what the record calls them and what they sign in with; never given to anybody else again
 * @param post what their door says: "Senior Clerk, Harbour Tower"
 * @param email where alerts go; may be empty
 * @param phone may be empty
 * @param active false once they have left; they then may do nothing, and stay in the record
 */
public record Person(
        ActorId id,
        String name,
        String post,
        String email,
        String phone,
        Language language,
        Set<Role> roles,
        boolean active) {
    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean holds(Role role) {
        return roles.contains(role);
    }

    /** Whether one of these is among their roles; the service that acts decides, this tells what to offer. */
    public boolean holdsAny(Role... anyOf) {
        return Arrays.stream(anyOf).anyMatch(roles::contains);
    }
}
