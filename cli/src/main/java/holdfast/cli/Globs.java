package holdfast.cli;

import holdfast.vault.host.Host;
import holdfast.vault.host.HostFile;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.PathPattern;
import holdfast.vault.model.VaultException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Patterns of paths, as a shell expands them: what starts with a dot must be asked for. */
final class Globs {
    private Globs() {}

    /** @throws VaultException.NotFound if a pattern finds nothing; a path without one is only taken as it is */
    static List<FilePath> expand(String text) throws IOException {
        FilePath path = FilePath.of(text);
        if (!isPattern(text)) {
            return List.of(path);
        }
        List<FilePath> found = List.of(FilePath.of(path.isAbsolute() ? "/" : ""));
        for (FilePath segment : path.segments()) {
            found = below(found, segment.rawText());
        }
        if (found.isEmpty()) {
            throw new VaultException.NotFound("no file is called like '" + path + "'; nothing was saved");
        }
        return found;
    }

    private static boolean isPattern(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('[') >= 0;
    }

    private static List<FilePath> below(List<FilePath> folders, String segment) throws IOException {
        PathPattern pattern = PathPattern.of(segment);
        List<FilePath> found = new ArrayList<>();
        for (FilePath folder : folders) {
            if (!isPattern(segment)) {
                found.add(folder.child(FilePath.of(segment).bytes()));
                continue;
            }
            for (HostFile child : children(folder)) {
                boolean hidden = child.name()[0] == '.' && !segment.startsWith(".");
                if (!hidden && pattern.matches(FilePath.of(child.name()))) {
                    found.add(folder.child(child.name()));
                }
            }
        }
        return found;
    }

    private static List<HostFile> children(FilePath folder) throws IOException {
        try {
            return Host.here().file(folder.bytes()).children();
        } catch (java.nio.file.NoSuchFileException e) {
            return List.of();
        }
    }
}
