/**
 * The record of every act, and the only caller of the {@code ledger} library.
 *
 * <p>{@link holdfast.server.record.Recorder} writes an act's entry into the database transaction of the act
 * itself, so that neither exists without the other. One integrator gives committed entries their index, writes
 * them into the Merkle tiles of {@code DATA/ledger}, signs the checkpoint and asks the witnesses to cosign it.
 * The tiles are the truth of order. {@link holdfast.server.record.LedgerBook} reads.
 *
 * <p>Nothing here knows what an act means, or who an actor is beyond a plain id.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package holdfast.server.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
