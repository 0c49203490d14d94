package holdfast.server.access;

import holdfast.server.record.ActorId;
import java.util.Set;

/**
 * An administrator gave somebody grave roles; published in the act's transaction.
 *
 * @param atOnce whether they hold already, because there is nobody yet who could confirm them
 */
public record RoleProposed(ActorId person, Set<Role> roles, ActorId by, boolean atOnce) {}
