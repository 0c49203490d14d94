/** A planted module: says that it knows nobody, and knows quiet. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package holdfast.server.architecture.planted.modules.nosy;

import org.jspecify.annotations.NullMarked;
