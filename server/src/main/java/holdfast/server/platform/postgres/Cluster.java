package holdfast.server.platform.postgres;

import holdfast.server.platform.CannotStart;
import holdfast.server.platform.DataFolder;
import holdfast.server.platform.OsAccounts;
import holdfast.server.platform.SecretFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The database's files, and how they come about: made in a folder beside, moved into place when complete. The
 * role {@code holdfast} owns one database of the same name and is not a superuser; the superuser has no
 * password and no way in over the network at all.
 *
 * @param data PostgreSQL's data directory
 * @param password of the role {@code holdfast}; never logged
 */
record Cluster(Binaries binaries, Optional<Account> account, Path data, String password) {
    static final String ROLE = "holdfast";

    private static final String ACCESS = """
            # Written by Holdfast. One role, one database, this machine, by password.
            host holdfast holdfast 127.0.0.1/32 scram-sha-256
            """;

    static Cluster open(DataFolder folder, String folderId, boolean durable) {
        Binaries binaries = Binaries.unpacked();
        try {
            Place place = Place.of(folder, folderId);
            Path data = place.folder().resolve("data");
            String password = password(folder);
            Cluster cluster = new Cluster(binaries, place.account(), data, password);
            if (!Files.exists(data)) {
                cluster.create(durable);
            }
            cluster.checkVersion();
            return cluster;
        } catch (IOException e) {
            throw new CannotStart("Cannot prepare the database in " + folder.root() + ": " + e.getMessage(), e);
        }
    }

    /** Kept before the cluster is made, so that a crash in between leaves nothing that does not fit. */
    private static String password(DataFolder folder) throws IOException {
        Path file = folder.secrets().resolve("database-password");
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            SecretFile.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
        }
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }

    private void create(boolean durable) throws IOException {
        Path draft = data.resolveSibling("data.new");
        Binaries.deleteTree(draft);
        Files.createDirectory(draft);
        Account.give(account, draft);
        Programs.run(account, draft, "", initdb(draft, durable));
        String setUp = "CREATE ROLE " + ROLE + " LOGIN PASSWORD '" + password + "'\n" + "CREATE DATABASE " + ROLE
                + " OWNER " + ROLE + "\n";
        Programs.run(
                account,
                draft,
                setUp,
                List.of(
                        binaries.program("postgres").toString(),
                        "--single",
                        "-c",
                        "fsync=" + (durable ? "on" : "off"),
                        "-c",
                        "log_min_error_statement=panic", // an error must not repeat the password
                        "-D",
                        draft.toString(),
                        "postgres"));
        Path access = draft.resolve("pg_hba.conf");
        Files.writeString(access, ACCESS, StandardCharsets.UTF_8);
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> initdb(Path draft, boolean durable) {
        List<String> command = new java.util.ArrayList<>(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + draft,
                "--username=postgres",
                "--auth=reject",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8"));
        if (!durable) {
            command.add("--no-sync");
        }
        return command;
    }

    private void checkVersion() throws IOException {
        String version = Files.readString(data.resolve("PG_VERSION"), StandardCharsets.UTF_8)
                .strip();
        if (!version.equals("18")) {
            throw new CannotStart("The database in " + data + " was written by PostgreSQL " + version
                    + "; this Holdfast brings PostgreSQL 18. Start the version of Holdfast that wrote it.");
        }
    }

    /** Where the database may lie: in the data folder, unless the account cannot get there. */
    private record Place(Path folder, Optional<Account> account) {
        static Place of(DataFolder data, String folderId) throws IOException {
            Path here = data.root().resolve("postgres");
            if (!OsAccounts.weAreRoot()) {
                return new Place(data.folder("postgres"), Optional.empty());
            }
            Optional<Account> account = Account.toRunAs();
            if (!Files.exists(here)) {
                Path real = reachable(account, data.root()) ? here : elsewhere(folderId);
                Files.createDirectories(real);
                Account.give(account, real);
                Files.setPosixFilePermissions(
                        real, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
                if (!real.equals(here)) {
                    Files.createSymbolicLink(here, real);
                }
            }
            Path real = here.toRealPath();
            return new Place(real, ownerOf(real, account));
        }

        /** An existing database keeps its account, even if a preferred one has been added since. */
        private static Optional<Account> ownerOf(Path folder, Optional<Account> preferred) throws IOException {
            int uid = OsAccounts.ownerOf(folder);
            int gid = (Integer) Files.getAttribute(folder, "unix:gid");
            return preferred.filter(account -> account.uid() == uid).or(() -> Optional.of(new Account("", uid, gid)));
        }

        private static boolean reachable(Optional<Account> account, Path folder) {
            try {
                Programs.run(account, Path.of("/"), "", List.of("test", "-x", folder.toString()));
                return true;
            } catch (CannotStart e) {
                return false;
            }
        }

        private static Path elsewhere(String folderId) throws IOException {
            Path all = Path.of("/var/lib/holdfast");
            Files.createDirectories(all);
            return all.resolve(folderId);
        }
    }
}
