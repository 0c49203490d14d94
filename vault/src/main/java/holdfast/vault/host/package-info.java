/**
 * The host's file system, as a backup reads it: names as bytes, everything that POSIX knows of a file. The only
 * place that asks the operating system; knows nothing of vaults.
 */
@NullMarked
package holdfast.vault.host;

import org.jspecify.annotations.NullMarked;
