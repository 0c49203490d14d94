/**
 * The keys of the cartridges: who may use, quarantine, release and destroy them, and the evidence of it.
 *
 * <p>The keys themselves lie in key stores ({@link holdfast.crypto.KeyStore}), never in the database. Every use
 * through a store is an entry in the record before the key is lent. What a store cannot see is said in the
 * evidence, not left out.
 */
@ApplicationModule(allowedDependencies = {"platform", "record", "access"})
@NullMarked
package holdfast.server.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
