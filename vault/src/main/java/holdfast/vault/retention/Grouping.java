package holdfast.vault.retention;

import holdfast.vault.model.FilePath;
import holdfast.vault.tree.Snapshot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * By what snapshots are put together before the policy looks at each group alone. Those of two writers never are,
 * whatever is asked for: host, paths and time are a writer's own word, and a captured one could otherwise make others'
 * snapshots be forgotten by claiming theirs.
 */
public record Grouping(Set<By> by) {
    public static final Grouping DEFAULT = new Grouping(EnumSet.of(By.HOST, By.PATHS));

    public enum By {
        HOST,
        PATHS,
        TAGS
    }

    /**
     * What the snapshots of a group have in common; what they are not grouped by is empty.
     *
     * @param writer the key that signed them
     */
    public record Key(String writer, String host, List<FilePath> paths, List<String> tags) {}

    public Grouping {
        by = Set.copyOf(by);
    }

    /**
     * @param text {@code host,paths,tags}, any of them, or nothing for one group of all
     * @throws IllegalArgumentException for another word
     */
    public static Grouping parse(String text) {
        List<By> words = new ArrayList<>();
        for (String word : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            words.add(
                    switch (word.strip().toLowerCase(Locale.ROOT)) {
                        case "host", "hosts" -> By.HOST;
                        case "path", "paths" -> By.PATHS;
                        case "tag", "tags" -> By.TAGS;
                        default ->
                            throw new IllegalArgumentException(
                                    "snapshots are grouped by host, paths and tags, not by '" + word + "'");
                    });
        }
        return new Grouping(Set.copyOf(words));
    }

    /** The group that a snapshot belongs to. */
    public Key of(Snapshot snapshot) {
        return new Key(
                snapshot.writer(),
                by.contains(By.HOST) ? snapshot.host() : "",
                by.contains(By.PATHS) ? snapshot.paths().stream().sorted().toList() : List.of(),
                by.contains(By.TAGS) ? snapshot.tags().stream().sorted().toList() : List.of());
    }
}
