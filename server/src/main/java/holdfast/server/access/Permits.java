package holdfast.server.access;

import holdfast.server.record.ActorId;

/** The question before every act. A rule about two persons is the acting service's own: it compares their ids. */
public interface Permits {
    /**
     * Passes if the person is active and holds one of the roles; with no role named, if they are active.
     * {@link ActorId#SYSTEM} never passes: the product signs for nobody.
     *
     * @throws Forbidden otherwise
     */
    void demand(ActorId by, Role... anyOf) throws Forbidden;
}
