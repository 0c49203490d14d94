/**
 * People and what they may do: roles, languages, passwords, passkeys, sessions, the first administrator, and
 * the way back for somebody who lost their passkey.
 *
 * <p>Which page needs which role is written here once ({@code Gate}); which act needs which role is demanded by
 * the service that performs it, through {@link holdfast.server.access.Permits}. What an act means is not known
 * here.
 */
@ApplicationModule(allowedDependencies = {"platform", "record"})
@NullMarked
package holdfast.server.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
