/**
 * Persons who do not exist, and files about cases that never were, for drills.
 *
 * <p>The same seed and number of persons give the same bytes. Every file says that it is synthetic; so do the
 * identity card numbers (prefix QX), the telephone
 * numbers (their first digit is 0), the streets (Specimen Road, 樣本道 and the like) and the
 * mail addresses (top-level domain {@code invalid}, RFC 2606). The case files name no persons: nobody is in the
 * synthetic data but by a register.
 */
@NullMarked
package holdfast.server.drill.synthetic;

import org.jspecify.annotations.NullMarked;
