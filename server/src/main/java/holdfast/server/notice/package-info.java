/**
 * Notices to the persons on lost media: batches by category, language and channel, approved by a second person; sent by an
 * operating-system process of its own that can be killed at any moment; letters to print; enquiries; and the answer to
 * 'am I affected?'.
 *
 * <p>What must hold: a person has at most one notice a channel in an incident (a unique constraint says so); nothing is
 * sent before it is durably marked as being sent; what was marked and whose acceptance was not seen is <em>in doubt</em>
 * and never sent again until the receiver's record, or a person, has settled it. Contacts are kept only while they are
 * needed. {@link holdfast.server.notice.SenderMain} uses no Spring.
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
            "custody",
            "incident"
        })
@NullMarked
package holdfast.server.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
