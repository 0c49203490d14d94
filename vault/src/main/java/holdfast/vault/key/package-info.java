/**
 * Who may do what: the vault's config, its key slots, the enrolments of writers and their
 * revocations, and the signature under every object.
 *
 * <p>Knows nothing of what is stored with these keys.
 */
@NullMarked
package holdfast.vault.key;

import org.jspecify.annotations.NullMarked;
