package holdfast.server.console.page;

import holdfast.server.console.say.Say;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a long list.
 *
 * @param previous the address of the page before; null on the first
 * @param next the address of the page after; null on the last
 * @param text 'from to of'
 */
public record Pager(@Nullable String previous, @Nullable String next, String text) {
    /** How many rows a page has. */
    public static final int SIZE = 50;

    /**
     * Cuts a list that is in memory.
     *
     * @param page counted from 1; outside the list the nearest page is meant
     * @param address the page's own address, ending in {@code page=}
     */
    public static <T> Paged<T> cut(List<T> all, int page, String address, Say say) {
        int last = Math.max(1, (all.size() + SIZE - 1) / SIZE);
        int here = Math.clamp(page, 1, last);
        int from = (here - 1) * SIZE;
        int to = Math.min(all.size(), from + SIZE);
        String text =
                say.text("page.range", say.number(Math.min(from + 1L, to)), say.number(to), say.number(all.size()));
        String before = here > 1 ? address + (here - 1) : null;
        String after = here < last ? address + (here + 1) : null;
        return new Paged<>(all.subList(from, to), new Pager(before, after, text));
    }

    /** The rows of one page, and the way to the others. */
    public record Paged<T>(List<T> rows, Pager pager) {}
}
