/**
 * The second site as a process of its own, on plain JDK classes: a put-only store for copies of the vault, a
 * witness of the ledger, and the vigil that rings when the first site falls silent. Knows nothing of Spring or of
 * the server's database; everything it must remember lies in its own folder and survives {@code kill -9}.
 */
@NullMarked
package holdfast.server.secondsite.process;

import org.jspecify.annotations.NullMarked;
