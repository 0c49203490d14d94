/** A planted module: knows nobody. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package holdfast.server.architecture.planted.modules.quiet;

import org.jspecify.annotations.NullMarked;
