/**
 * Vaults: backups with the registers in them, restores, replication to other sites, restore drills.
 *
 * <p>The server holds a writer's and a cataloguer's key: it can save and list, not read. The reader's key lies
 * locked in the data folder and opens by a passphrase that two persons release; each opening is recorded.
 */
@ApplicationModule(
        allowedDependencies = {"platform", "record", "access", "place", "delivery", "keys", "watch", "media"})
@NullMarked
package holdfast.server.vaulting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
