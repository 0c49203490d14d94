/** What tests of the server's modules share: one whole server for the JVM, on a scratch folder. */
@NullMarked
package holdfast.server.testing;

import org.jspecify.annotations.NullMarked;
