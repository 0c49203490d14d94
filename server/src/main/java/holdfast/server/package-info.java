/**
 * The application: its main class and its commands. The modules are the packages below, and what each may
 * depend on is drawn in ARCHITECTURE.md.
 */
@NullMarked
package holdfast.server;

import org.jspecify.annotations.NullMarked;
