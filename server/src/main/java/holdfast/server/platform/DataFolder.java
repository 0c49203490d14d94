package holdfast.server.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where one server keeps everything. Each folder is made at its first use, readable by its owner only. The
 * names are a promise to people who look inside: see the operator's guide.
 *
 * @param root absolute and normalised
 */
public record DataFolder(Path root) {
    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** The encrypted repository of the first site. */
    public Path vault() {
        return folder("vault");
    }

    /** What lies at the second site, when its process runs on this machine (a drill). */
    public Path siteB() {
        return folder("site-b");
    }

    /** The virtual tape library: one set of files for each cartridge. */
    public Path cartridges() {
        return folder("cartridges");
    }

    /** The ledger's tiles and checkpoints; all that an auditor needs. */
    public Path ledger() {
        return folder("ledger");
    }

    /** Key stores and signing keys. Never copied together with cartridges. */
    public Path keys() {
        return folder("keys");
    }

    /** Reports to authorities, as PDF and JSON. */
    public Path reports() {
        return folder("reports");
    }

    /** Letters to persons, one printable file a batch. */
    public Path letters() {
        return folder("letters");
    }

    /** What a drill's mail receiver accepted. */
    public Path mail() {
        return folder("mail");
    }

    /** Data brought back by restores. */
    public Path restored() {
        return folder("restored");
    }

    /** A drill's synthetic files. */
    public Path source() {
        return folder("source");
    }

    /** Logs of the server and of the database. */
    public Path logs() {
        return folder("logs");
    }

    /** Passwords and tokens of this server itself, each a file of mode 0600. */
    public Path secrets() {
        return folder("secrets");
    }

    /** A folder of its own directly below the root, made if it is not there, for its owner only. */
    public Path folder(String name) {
        Path folder = root.resolve(name);
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder " + folder + ".", e);
        }
        return folder;
    }
}
