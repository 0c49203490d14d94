@NullMarked
package holdfast.server.vaulting;

import org.jspecify.annotations.NullMarked;
