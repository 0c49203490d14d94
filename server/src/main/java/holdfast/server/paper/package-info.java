/**
 * What is printed: A4 pages as PDF, with the faces that the product brings, text that wraps in English and Chinese,
 * and tables that break over pages. Knows no incident and no person; nothing here reads a database.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@NullMarked
package holdfast.server.paper;

import org.jspecify.annotations.NullMarked;
