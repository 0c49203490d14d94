package holdfast.server.access;

import holdfast.server.record.ActorId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everybody who works with Holdfast. Changing anything needs an {@link Role#ADMINISTRATOR}. */
public interface People {
    /**
     * Adds a person, who cannot sign in until they have used an {@link Invitations invitation}. A grave role may
     * have to wait for a second person, see {@link RoleProposals}: the answer holds the roles that hold now.
     *
     * @throws IllegalArgumentException if the sign-in name is taken or malformed, or the roles must stay apart
     */
    Person enrol(NewPerson person, ActorId by);

    /**
     * The person of this id.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    Person person(ActorId id);

    Optional<Person> find(ActorId id);

    /** Active persons with this role, in the order of their names. */
    List<Person> holding(Role role);

    /** Everybody, also those who left, in the order of their names. */
    List<Person> all();

    /**
     * Sets a person's roles, the grave ones as in {@link #enrol}. Nobody changes their own, and the last
     * administrator stays one.
     *
     * @throws Forbidden if {@code by} is the person
     * @throws IllegalArgumentException if the roles must stay apart
     */
    Person assign(ActorId person, Set<Role> roles, ActorId by);

    /** A person leaves: their sessions end and they may do nothing more. Nobody retires themselves. */
    Person retire(ActorId person, ActorId by);
}
