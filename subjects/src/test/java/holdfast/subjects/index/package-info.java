@NullMarked
package holdfast.subjects.index;

import org.jspecify.annotations.NullMarked;
