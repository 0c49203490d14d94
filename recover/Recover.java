import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gets files out of a Holdfast vault when Holdfast itself is gone.
 *
 * <pre>
 *   java Recover.java list    -r VAULT
 *   java Recover.java ls      -r VAULT latest|ID [PATH…]
 *   java Recover.java restore -r VAULT latest|ID --target DIR [--include PATH]…
 * </pre>
 *
 * Needed are a JDK of version 25 or later, this folder, the vault in a folder, and a passphrase or key file of an owner
 * or a reader. Nothing is built or installed, no other program is started, the vault is not changed. The passphrase is
 * taken from {@code HOLDFAST_PASSWORD_FILE} (first line) or {@code HOLDFAST_PASSWORD}, or asked for; {@code --key-file
 * F} takes a key file instead.
 *
 * <p>The program was written from the description of the format, {@code docs/spec/vault-format.md}, and shares no line
 * with Holdfast. To read it, begin with {@link Vault} (who may read what, and why it is believed), then {@link Snapshot},
 * {@link Entry} (trees), {@link Packs} (where the bytes lie); {@link Zstd} and {@link Argon2id} are what the JDK lacks.
 *
 * <p>Exit status: 0 all was done; 2 wrong use; 3 something could not be restored; 10 no vault; 12 wrong passphrase or
 * key; 13 the key may not do this; 14 something in the vault is damaged. What can be restored, is.
 */
final class Recover {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final long DEEP_STACK = 1L << 30;
    private static final String USE = """
        Usage: java Recover.java list    -r VAULT
               java Recover.java ls      -r VAULT latest|ID [PATH]...
               java Recover.java restore -r VAULT latest|ID --target DIR [--include PATH]...
        The passphrase comes from HOLDFAST_PASSWORD_FILE or HOLDFAST_PASSWORD, or is asked for;
        --key-file FILE takes a key file instead.\
        """;

    private final List<String> words = new ArrayList<>();
    private final Map<String, List<String>> options = new HashMap<>();
    private final Map<String, String> environment;
    private final PrintStream out;
    private final Complaints complaints;

    private Recover(String[] args, Map<String, String> environment, PrintStream out, PrintStream err) throws Refusal {
        this.environment = environment;
        this.out = out;
        this.complaints = new Complaints(err);
        for (int i = 0; i < args.length; i++) {
            if (!args[i].startsWith("-")) {
                words.add(args[i]);
                continue;
            }
            int equals = args[i].startsWith("--") ? args[i].indexOf('=') : -1;
            String name = fullName(equals < 0 ? args[i] : args[i].substring(0, equals));
            if (equals < 0 && ++i == args.length) {
                throw new Refusal(Refusal.USAGE, name + " needs a value.\n" + USE);
            }
            String value = equals < 0 ? args[i] : args[i].substring(equals + 1);
            options.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        }
    }

    public static void main(String[] args) throws InterruptedException {
        int[] status = {0};
        // Folders may be thousands deep, and each takes a little of the stack.
        Thread work = new Thread(
                null, () -> status[0] = run(args, System.getenv(), System.out, System.err), "recover", DEEP_STACK);
        work.start();
        work.join();
        System.exit(status[0]);
    }

    /** Does what the arguments say; returns the exit status. */
    static int run(String[] args, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            Recover recover = new Recover(args, environment, out, err);
            recover.command();
            return recover.complaints.end();
        } catch (Refusal e) {
            err.println(e.getMessage());
            return e.status;
        } catch (IOException | InvalidPathException e) {
            err.println("It could not be done: " + e);
            return Refusal.INCOMPLETE;
        }
    }

    private void command() throws IOException {
        switch (words.isEmpty() ? "" : words.removeFirst()) {
            case "list", "snapshots" -> list();
            case "ls" -> ls();
            case "restore" -> restore();
            default -> throw new Refusal(Refusal.USAGE, USE);
        }
    }

    private void list() throws IOException {
        for (Snapshot snapshot : open(Role.CATALOGUER).snapshots()) {
            List<String> paths = snapshot.paths().stream().map(Names::show).toList();
            out.printf(
                    "%s  %s  %s  %d files, %d bytes  %s  %s%n",
                    snapshot.id().substring(0, 8),
                    TIME.format(snapshot.time()),
                    snapshot.host(),
                    snapshot.files(),
                    snapshot.bytes(),
                    String.join(", ", paths),
                    String.join(",", snapshot.tags()));
        }
    }

    private void ls() throws IOException {
        Vault vault = open(Role.CATALOGUER);
        Snapshot snapshot = choose(vault);
        ls(Packs.of(vault, snapshot.author()), snapshot.root(), new byte[0], new Includes(words));
    }

    private void ls(Packs packs, List<Piece> tree, byte[] path, Includes includes) {
        try {
            for (Entry entry : Entry.folder(packs, tree, path.length == 0)) {
                byte[] whole = entry.within(path);
                if (includes.takes(whole)) {
                    String target = entry.kind() == Entry.LINK ? " -> " + Names.show(entry.target()) : "";
                    out.printf(
                            "%s %5d %5d %12d %s %s%s%n",
                            entry.letters(),
                            entry.user(),
                            entry.group(),
                            entry.size(),
                            TIME.format(entry.time()),
                            Names.show(whole),
                            target);
                }
                if (entry.kind() == Entry.FOLDER && includes.leadsOn(whole)) {
                    ls(packs, entry.pieces(), whole, includes);
                }
            }
        } catch (IOException e) {
            complaints.damaged("what is in " + (path.length == 0 ? "the root" : Names.show(path)), e);
        }
    }

    private void restore() throws IOException {
        Path target = Path.of(option("target", "--target DIR is missing: where to restore to."));
        Vault vault = open(Role.READER);
        Snapshot snapshot = choose(vault);
        Packs packs = Packs.of(vault, snapshot.author());
        Includes includes = new Includes(options.getOrDefault("include", List.of()));
        Restore done = Restore.run(packs, snapshot, includes, target, complaints);
        out.println("restored " + done.files + " files, " + done.bytes + " bytes, of snapshot "
                + snapshot.id().substring(0, 8) + " into " + target);
    }

    /** The snapshot that is asked for: the latest, or the one whose id begins so. */
    private Snapshot choose(Vault vault) throws IOException {
        if (words.isEmpty()) {
            throw new Refusal(Refusal.USAGE, "Which snapshot? 'latest', or the beginning of an id that 'list' shows.");
        }
        String which = words.removeFirst();
        List<Snapshot> all = vault.snapshots();
        List<Snapshot> fit = which.equals("latest")
                ? all.subList(Math.max(0, all.size() - 1), all.size())
                : all.stream().filter(s -> s.id().startsWith(which)).toList();
        if (fit.size() != 1) {
            throw new Refusal(
                    fit.isEmpty() ? Refusal.NO_VAULT : Refusal.USAGE,
                    (fit.isEmpty() ? "No snapshot" : "More than one snapshot") + " is called " + which + ".");
        }
        return fit.getFirst();
    }

    /** Opens the vault, and refuses a key that may not do what is asked. */
    private Vault open(Role needed) throws IOException {
        String folder = options.containsKey("repo") ? option("repo", "") : environment.get("HOLDFAST_REPOSITORY");
        if (folder == null) {
            throw new Refusal(Refusal.USAGE, "-r VAULT is missing: the folder of the vault.");
        }
        Vault vault = Vault.open(Path.of(folder), credential(), complaints);
        Role role = vault.keys.role();
        if (role == Role.WRITER) {
            throw new Refusal(
                    Refusal.NOT_PERMITTED,
                    "This is a writer's key: it can add backups to the vault, and cannot read anything in it."
                            + " Use a reader's or an owner's.");
        }
        if (role == Role.CATALOGUER && needed == Role.READER) {
            throw new Refusal(
                    Refusal.NOT_PERMITTED,
                    "This is a cataloguer's key: it can list what is in the vault ('list', 'ls'), and cannot read"
                            + " contents. Use a reader's or an owner's.");
        }
        return vault;
    }

    private Keys.Credential credential() throws IOException {
        String keyFile =
                options.containsKey("key-file") ? option("key-file", "") : environment.get("HOLDFAST_KEY_FILE");
        if (keyFile != null && !keyFile.isEmpty()) {
            return Keys.Credential.keyFile(new String(file(keyFile), StandardCharsets.UTF_8));
        }
        String passwordFile = environment.get("HOLDFAST_PASSWORD_FILE");
        if (passwordFile != null) {
            return Keys.Credential.passphrase(firstLine(file(passwordFile)));
        }
        String password = environment.get("HOLDFAST_PASSWORD");
        if (password != null) {
            return Keys.Credential.passphrase(Crypto.utf8(password));
        }
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("passphrase: ");
        if (typed == null) {
            throw new Refusal(Refusal.WRONG_KEY, "No passphrase: set HOLDFAST_PASSWORD, or give --key-file.");
        }
        return Keys.Credential.passphrase(Crypto.utf8(new String(typed)));
    }

    private static byte[] file(String path) throws IOException {
        try {
            return Files.readAllBytes(Path.of(path));
        } catch (NoSuchFileException e) {
            throw new Refusal(Refusal.WRONG_KEY, "There is no file " + path + ".");
        }
    }

    private static byte[] firstLine(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        return Arrays.copyOf(bytes, end);
    }

    private String option(String name, String missing) throws Refusal {
        List<String> values = options.get(name);
        if (values == null) {
            throw new Refusal(Refusal.USAGE, missing);
        }
        return values.getLast();
    }

    private static String fullName(String option) throws Refusal {
        return switch (option) {
            case "-r", "--repo" -> "repo";
            case "-t", "--target" -> "target";
            case "-i", "--include" -> "include";
            case "--key-file" -> "key-file";
            default -> throw new Refusal(Refusal.USAGE, option + " is no option of this program.\n" + USE);
        };
    }
}
