/**
 * Makes and runs the vectors in {@code vectors/}: a golden vault, and changes to it that break one rule each. The bytes
 * are written here after {@code docs/spec/vault-format.md}, not by the engine, which therefore has to read what a
 * stranger would write. Nothing outside the tests may use this.
 */
@NullMarked
package holdfast.vault.vectors;

import org.jspecify.annotations.NullMarked;
