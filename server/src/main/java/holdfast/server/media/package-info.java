/**
 * The media: cartridges and what lies on them, cases with locks and seals, sets, archive runs, the rotation
 * schedule, stocktakes.
 *
 * <p>Says where each medium is and who last proved it. Who carries it is {@code custody}; who is on it is
 * {@code exposure}. A case is called a {@link holdfast.server.media.Box} in the code, {@code case} being a word of
 * Java.
 */
@ApplicationModule(allowedDependencies = {"platform", "record", "access", "place", "keys", "watch"})
@NullMarked
package holdfast.server.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
