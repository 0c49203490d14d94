package holdfast.bench;

import java.nio.file.Path;
import java.util.Optional;

/** The tools that are compared, at their defaults. */
final class Tools {
    private Tools() {}

    /** Ours, from this source tree. */
    record Holdfast(String name, String version, Path command) implements Tool {
        private String at(Places at) {
            return "HOLDFAST_REPOSITORY=" + at.repository() + " HOLDFAST_CACHE_DIR=" + at.cache() + " HOLDFAST_PASSWORD="
                    + PASSWORD + " " + command;
        }

        @Override
        public String init(Places at) {
            String keyFile = at.cache().resolve("key").toString();
            return at(at) + " init && " + at(at) + " key add --role reader --key-file " + keyFile;
        }

        @Override
        public String backup(Places at, String name) {
            return at(at) + " backup -q " + name;
        }

        @Override
        public Optional<String> snapshots(Places at) {
            return Optional.of(at(at) + " snapshots");
        }

        @Override
        public Optional<String> snapshotsByKeyFile(Places at) {
            return Optional.of("HOLDFAST_REPOSITORY=" + at.repository() + " HOLDFAST_CACHE_DIR=" + at.cache() + " "
                    + command + " snapshots --key-file " + at.cache().resolve("key"));
        }

        @Override
        public String restore(Places at, Path target) {
            return at(at) + " restore -q latest --target " + target;
        }

        @Override
        public String check(Places at) {
            return at(at) + " check --read-data";
        }
    }

    /** restic; it has no key files. */
    record Restic(String name, String version, Path command) implements Tool {
        private String at(Places at) {
            return "RESTIC_REPOSITORY=" + at.repository() + " RESTIC_CACHE_DIR=" + at.cache() + " RESTIC_PASSWORD="
                    + PASSWORD + " " + command + " -q";
        }

        @Override
        public String init(Places at) {
            return at(at) + " init";
        }

        @Override
        public String backup(Places at, String name) {
            return at(at) + " backup " + name;
        }

        @Override
        public Optional<String> snapshots(Places at) {
            return Optional.of(at(at) + " snapshots");
        }

        @Override
        public Optional<String> snapshotsByKeyFile(Places at) {
            return Optional.empty();
        }

        @Override
        public String restore(Places at, Path target) {
            return at(at) + " restore latest --target " + target;
        }

        @Override
        public String check(Places at) {
            return at(at) + " check --read-data";
        }
    }

    /** Borg 1, at zstd's level 3 like the others. */
    record Borg(String name, String version, Path command) implements Tool {
        private String at(Places at) {
            return "BORG_REPO=" + at.repository() + " BORG_BASE_DIR=" + at.cache() + " BORG_PASSPHRASE=" + PASSWORD
                    + " " + command;
        }

        @Override
        public String init(Places at) {
            return at(at) + " init -e repokey-blake2";
        }

        @Override
        public String backup(Places at, String name) {
            return at(at) + " create --compression zstd,3 ::b{now:%s%f} " + name;
        }

        @Override
        public Optional<String> snapshots(Places at) {
            return Optional.of(at(at) + " list");
        }

        @Override
        public Optional<String> snapshotsByKeyFile(Places at) {
            return Optional.empty();
        }

        @Override
        public String restore(Places at, Path target) {
            return "cd " + target + " && " + at(at) + " extract ::$(" + at(at) + " list --last 1 --short)";
        }

        @Override
        public String check(Places at) {
            return at(at) + " check --verify-data";
        }
    }

    /** {@code tar | zstd -3 | age}: no deduplication, every backup is a full one. */
    record TarAge(String name, String version, Path age, Path zstd) implements Tool {
        private String keygen() {
            return age.resolveSibling("age-keygen").toString();
        }

        @Override
        public String init(Places at) {
            return keygen() + " -o " + at.cache() + "/key && " + keygen() + " -y " + at.cache() + "/key >" + at.cache()
                    + "/recipient";
        }

        @Override
        public String backup(Places at, String name) {
            return "tar c " + name + " | " + zstd + " -q -3 -T0 | " + age + " -R " + at.cache() + "/recipient >"
                    + at.repository() + "/$(date +%s%N)";
        }

        @Override
        public Optional<String> snapshots(Places at) {
            return Optional.empty();
        }

        @Override
        public Optional<String> snapshotsByKeyFile(Places at) {
            return Optional.empty();
        }

        private String last(Places at) {
            return age + " -d -i " + at.cache() + "/key " + at.repository() + "/$(ls " + at.repository()
                    + " | tail -1) | " + zstd + " -dc";
        }

        @Override
        public String restore(Places at, Path target) {
            return last(at) + " | tar x -C " + target;
        }

        @Override
        public String check(Places at) {
            return "for f in " + at.repository() + "/*; do " + age + " -d -i " + at.cache() + "/key $f | " + zstd
                    + " -dc | tar t >/dev/null || exit 1; done";
        }
    }
}
