package holdfast.server.console.incident;

import holdfast.server.access.Person;
import holdfast.server.access.Role;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which acts a page offers to whoever reads it. The services demand the role again; this only spares people buttons that
 * would refuse them.
 *
 * @param officer the data protection officer
 * @param second who may be the second person: the head or a manager
 * @param head the head of office
 * @param senior any of these
 */
record May(boolean officer, boolean second, boolean head, boolean senior) {
    static May of(@Nullable Person person) {
        boolean officer = holds(person, Role.DPO);
        boolean second = holds(person, Role.HEAD, Role.MANAGER);
        return new May(officer, second, holds(person, Role.HEAD), officer || second);
    }

    private static boolean holds(@Nullable Person person, Role... roles) {
        return person != null && Stream.of(roles).anyMatch(person::holds);
    }
}
