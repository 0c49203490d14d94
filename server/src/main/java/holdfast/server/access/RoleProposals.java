package holdfast.server.access;

import holdfast.server.record.ActorId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Roles that wait for a second person. Whoever holds a {@linkplain Role#grave() grave} role is the second person
 * of some act; an administrator who could give such roles alone would be both persons. So, as soon as somebody else
 * could confirm it (another administrator, or a head of office, who can sign in), a grave role gives no right
 * before one of them has. Until then a new office is being set up by its first administrator, and the record
 * shows it.
 */
public interface RoleProposals {
    /**
     * Roles that wait.
     *
     * @param person who would hold them
     * @param by the administrator who gave them
     */
    record Proposal(ActorId person, Set<Role> roles, ActorId by, Instant at) {}

    /** All that wait, the oldest first. */
    List<Proposal> open();

    /** Whether this person may confirm or decline this proposal. */
    boolean mayAnswer(Proposal proposal, ActorId by);

    /**
     * The roles hold from now on.
     *
     * @throws Forbidden if {@code by} proposed them, would hold them, or is neither administrator nor head
     * @throws IllegalArgumentException if nothing waits, or the roles must stay apart from those given since
     */
    Person confirm(ActorId person, ActorId by);

    /** Nothing waits any more. Whoever proposed it may decline it as well. Errors as {@link #confirm}. */
    void decline(ActorId person, ActorId by);
}
