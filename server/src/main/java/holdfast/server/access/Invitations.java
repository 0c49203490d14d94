package holdfast.server.access;

import holdfast.server.record.ActorId;
import java.util.UUID;

/**
 * One-time tokens with which a person sets their password or passkey. The first one an administrator issues
 * alone; for somebody who can sign in already (a lost passkey, a forgotten password) it takes two, or one
 * administrator could become anybody.
 */
public interface Invitations {
    /**
     * Issues a token for a person who has never set a password or passkey.
     *
     * @throws Forbidden if they have: that is a recovery
     */
    Token invite(ActorId person, ActorId administrator);

    /** Begins the recovery of an account; a second administrator grants it. */
    RecoveryId askRecovery(ActorId person, String reason, ActorId administrator);

    /**
     * Grants it: the old password and passkeys are void at once, and the token sets new ones.
     *
     * @throws Forbidden if {@code other} asked for it themselves or is the person
     */
    Token grantRecovery(RecoveryId recovery, ActorId other);

    /** Recoveries that wait for their second administrator, the oldest first. */
    java.util.List<OpenRecovery> openRecoveries();

    /**
     * Uses a token up and sets the person's password.
     *
     * @return whose it is
     * @throws Forbidden if it is unknown, used or older than 24 hours
     */
    ActorId accept(Token token, String newPassword);

    /** The same for a person who will make a passkey in the session that follows ({@link Sessions#begin}). */
    ActorId accept(Token token);

    /** A secret of one use. Shown once to the administrator who hands it over; only its hash is stored. */
    record Token(String value) {
        @Override
        public String toString() {
            return "Token[hidden]";
        }
    }

    record RecoveryId(UUID value) {}

    /** Somebody waits to get back into their account. */
    record OpenRecovery(RecoveryId id, ActorId person, String reason, ActorId askedBy, java.time.Instant askedAt) {}
}
