/** What every page shares: the navigation, the pager, names for ids, entries of the ledger in words. Decides nothing. */
@NullMarked
package holdfast.server.console.page;

import org.jspecify.annotations.NullMarked;
