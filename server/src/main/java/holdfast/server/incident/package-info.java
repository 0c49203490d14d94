/**
 * The incident file: when it began, when somebody suspected it and when the office was sure; what was lost and who is on
 * it; what may be said about it and on which evidence; who must be told by when, on which form; findings, actions and
 * restricted notes.
 *
 * <p>It is opened by the deadline, not by a person: it listens for {@code RungReached} of {@code watch}. It never says
 * 'safe', never contains an identity card's number, and leaves open, visibly, what only a person can answer. Notices to
 * persons are {@code notice}'s.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "paper",
            "record",
            "access",
            "place",
            "delivery",
            "keys",
            "watch",
            "procedure",
            "media",
            "vaulting",
            "exposure",
            "custody"
        })
@NullMarked
package holdfast.server.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
