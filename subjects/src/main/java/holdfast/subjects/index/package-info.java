/**
 * Which persons lie in which chunk of a vault.
 *
 * <p>A {@link holdfast.subjects.index.PersonIndexBuilder} watches a backup, joins the byte ranges of records
 * with those of chunks, and leaves two attachments beside the snapshot, sealed for the cataloguer:
 * {@link holdfast.subjects.index.PersonIndex} (persons per chunk, as bitmaps over ordinals) and
 * {@link holdfast.subjects.index.RecordPlaces} (where each person's records lie, read only for notices).
 * A record that straddles chunks counts on each of them. No name, address or identity number is in either.
 */
@NullMarked
package holdfast.subjects.index;

import org.jspecify.annotations.NullMarked;
