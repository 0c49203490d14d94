/**
 * Everything that needs a key: authenticated encryption, derivation, wrapping for recipients, signatures,
 * key stores.
 *
 * <p>No file formats live here and no policy: who may use a key is decided above. Secrets never appear in a
 * {@code toString}, an exception or a log.
 */
@NullMarked
package holdfast.crypto;

import org.jspecify.annotations.NullMarked;
