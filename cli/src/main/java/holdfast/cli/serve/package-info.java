/**
 * Serving a folder of objects over HTTPS: the folder's own papers (who is admitted, who has put how much, the
 * certificate), and the server. Knows of vaults only whose signature deletes. Never Spring.
 */
@NullMarked
package holdfast.cli.serve;

import org.jspecify.annotations.NullMarked;
