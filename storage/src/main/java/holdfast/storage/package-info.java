/**
 * Where objects lie: named byte strings that are put once and read by range.
 *
 * <p>Nothing here knows what an object means, and nothing here encrypts.
 */
@NullMarked
package holdfast.storage;

import org.jspecify.annotations.NullMarked;
