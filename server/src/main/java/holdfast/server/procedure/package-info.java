/**
 * Versioned rules over a record of facts, and the guidelines that people acknowledge before they may carry anything.
 *
 * <p>A departure is judged by the version in force at the moment of the departure, whenever it was planned: 'with
 * immediate effect' is taken at its word. Judging is a pure function of {@link
 * holdfast.server.procedure.ProcedureVersion} and {@link holdfast.server.procedure.Facts}; collecting the facts belongs
 * to {@code custody}, so nothing here knows of cases, cartridges or exposure beyond what the facts say.
 */
@ApplicationModule(allowedDependencies = {"platform", "record", "access", "place", "delivery", "watch"})
@NullMarked
package holdfast.server.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
