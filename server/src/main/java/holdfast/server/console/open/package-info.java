/** The pages without a session: setting up, signing in, accepting an invitation, and the public's 'am I affected?'. */
@NullMarked
package holdfast.server.console.open;

import org.jspecify.annotations.NullMarked;
