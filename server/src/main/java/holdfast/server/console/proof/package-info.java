/** The pages of proof: the ledger and its entries, keys, procedures and guidelines. */
@NullMarked
package holdfast.server.console.proof;

import org.jspecify.annotations.NullMarked;
