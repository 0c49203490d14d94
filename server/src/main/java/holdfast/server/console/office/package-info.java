/** The administrator's pages: people and their roles, sites and routes; and everybody's own passkeys. */
@NullMarked
package holdfast.server.console.office;

import org.jspecify.annotations.NullMarked;
