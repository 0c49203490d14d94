/**
 * The one place that sends mail to people of the office: an outbox written in the transaction of the act, sent after
 * it commits, with a list of who was told what and when. Also the conversation with a mail server, which {@code notice}
 * uses for its own process. No other module opens a connection to a mail server.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "record", "access"})
@NullMarked
package holdfast.server.delivery;

import org.jspecify.annotations.NullMarked;
