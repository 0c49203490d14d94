/**
 * Registers of persons inside a backup, and which persons lie in which chunk.
 *
 * <p>Persons appear here as ordinals and keyed pseudonyms; names and addresses are read from the vault only
 * when notices are made.
 */
@NullMarked
package holdfast.subjects;

import org.jspecify.annotations.NullMarked;
