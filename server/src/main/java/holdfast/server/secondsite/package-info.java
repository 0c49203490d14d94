/**
 * The second site: the process that runs there ({@code process}, plain JDK classes), and this side's line to it.
 *
 * <p>It keeps copies of the vault that cannot be overwritten or deleted from here, cosigns the ledger's
 * checkpoints, and holds the open due times, so that somebody rings when this server cannot.
 */
@ApplicationModule(allowedDependencies = {"platform", "record", "access", "place", "watch", "vaulting"})
@NullMarked
package holdfast.server.secondsite;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
