/**
 * Stores over HTTP: {@link HttpStore}, and {@link StoreHandler} that serves one. The protocol is described in
 * {@code docs/spec/store-protocol.md}.
 *
 * <p>Nothing here knows vaults, owners or keys: who is admitted and whose signature counts is a {@link Gate}'s.
 */
@NullMarked
package holdfast.storage.http;

import org.jspecify.annotations.NullMarked;
