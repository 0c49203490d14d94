@NullMarked
package holdfast.subjects;

import org.jspecify.annotations.NullMarked;
