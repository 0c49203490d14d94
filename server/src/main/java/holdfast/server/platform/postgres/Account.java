package holdfast.server.platform.postgres;

import holdfast.server.platform.CannotStart;
import holdfast.server.platform.OsAccounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The operating-system account that runs the database. PostgreSQL refuses to run as root, and rightly: so as
 * root we hand it to an account that may do nothing else.
 */
record Account(String name, int uid, int gid) {
    private static final List<String> PREFERRED = List.of("holdfast", "postgres", "nobody");

    /** Empty if this process is an ordinary account already, which then runs the database itself. */
    static Optional<Account> toRunAs() {
        if (!OsAccounts.weAreRoot()) {
            return Optional.empty();
        }
        for (String name : PREFERRED) {
            Optional<Account> account = find(name);
            if (account.isPresent()) {
                return account;
            }
        }
        throw new CannotStart("Running as root, Holdfast starts its database as one of the accounts " + PREFERRED
                + ", and this machine has none of them. Add one: useradd --system holdfast");
    }

    private static Optional<Account> find(String name) {
        try {
            for (String line : Files.readAllLines(Path.of("/etc/passwd"), StandardCharsets.ISO_8859_1)) {
                String[] fields = line.split(":", -1);
                if (fields.length >= 4 && fields[0].equals(name)) {
                    return Optional.of(new Account(name, Integer.parseInt(fields[2]), Integer.parseInt(fields[3])));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new CannotStart("Cannot read /etc/passwd to find an account for the database.", e);
        }
    }

    /** A command line that runs {@code command} as {@code account}, or as ourselves if there is none. */
    static List<String> runAs(Optional<Account> account, List<String> command) {
        List<String> line = new ArrayList<>();
        if (account.isPresent()) {
            line.addAll(List.of(
                    "setpriv",
                    "--reuid=" + account.get().uid(),
                    "--regid=" + account.get().gid(),
                    "--clear-groups",
                    "--inh-caps=-all",
                    "--no-new-privs"));
        }
        line.addAll(command);
        return line;
    }

    /** Gives a file to the account. */
    static void give(Optional<Account> account, Path file) throws IOException {
        if (account.isPresent()) {
            Files.setAttribute(file, "unix:uid", account.get().uid());
            Files.setAttribute(file, "unix:gid", account.get().gid());
        }
    }
}
