package holdfast.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * A key store in a folder: a file {@code store} with salts, one sealed file {@code NAME.key} for each key, a
 * {@code journal} of uses. Several programs may have it open: each call reads the files anew, and changes are
 * made under a lock on the file {@code lock}.
 *
 * <p>Every file is replaced whole, so a crash leaves a key as it was or as it became. A destroyed key's old
 * blocks are overwritten as far as the disk obeys; a copy of the folder made before still holds the key, and
 * no software store can know of it.
 */
public final class FileKeyStore implements KeyStore {
    private static final int KEY_BYTES = 32;
    private static final String SUFFIX = ".key";
    /** One for the whole program: the operating system's lock does not keep one program from itself. */
    private static final ReentrantLock PROGRAM = new ReentrantLock();

    private final Path folder;
    private final StoreHeader header;
    private final StoreKeys keys;
    private final UseJournal journal;
    private final InstantSource clock;
    private final SecureRandom random;

    private FileKeyStore(Path folder, StoreHeader header, StoreKeys keys, InstantSource clock, SecureRandom random) {
        this.folder = folder;
        this.header = header;
        this.keys = keys;
        this.journal = new UseJournal(folder.resolve("journal"), keys.journalKey());
        this.clock = clock;
        this.random = random;
    }

    /**
     * Makes a new, empty store.
     *
     * @param folder made if it does not exist; holds no store yet
     * @param name letters, digits and dashes, by which the store answers
     * @param master if it is a key file that does not exist, that file is made
     * @throws IllegalStateException if there is a store already
     */
    public static FileKeyStore create(
            Path folder, String name, MasterSecret master, InstantSource clock, SecureRandom random)
            throws IOException {
        if (!name.matches("[A-Za-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("a key store's name has 1 to 40 letters, digits or dashes: " + name);
        }
        Path file = folder.resolve("store");
        if (Files.exists(file)) {
            throw new IllegalStateException("there is a key store in " + folder + " already");
        }
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        if (master instanceof MasterSecret.KeyFile(Path secret) && !Files.exists(secret)) {
            byte[] bytes = new byte[KEY_BYTES];
            random.nextBytes(bytes);
            DurableFile.replace(secret, (HexFormat.of().formatHex(bytes) + "\n").getBytes(UTF_8));
        }
        StoreHeader header = StoreKeys.header(name, master, Argon2id.DEFAULT, random);
        DurableFile.replace(file, header.text().getBytes(UTF_8));
        return open(folder, master, clock, random);
    }

    /**
     * Opens the store in a folder.
     *
     * @throws IllegalStateException if there is none, it is damaged, or the master secret is not its own
     */
    public static FileKeyStore open(Path folder, MasterSecret master, InstantSource clock, SecureRandom random)
            throws IOException {
        Path file = folder.resolve("store");
        if (!Files.exists(file)) {
            throw new IllegalStateException("there is no key store in " + folder);
        }
        StoreHeader header = StoreHeader.parse(Files.readString(file, UTF_8), file.toString());
        return new FileKeyStore(folder, header, StoreKeys.open(header, master), clock, random);
    }

    @Override
    public String name() {
        return header.name();
    }

    @Override
    public Kind kind() {
        return Kind.FILE;
    }

    @Override
    public KeyAnswer create(KeyName name) {
        try (Secret key = Secret.random(random, KEY_BYTES)) {
            return put(name, key);
        }
    }

    @Override
    public KeyAnswer put(KeyName name, Secret key) {
        return locked(() -> {
            if (Files.exists(file(name))) {
                throw new IllegalStateException("key store '" + name() + "' has a key named " + name + " already");
            }
            Instant now = now();
            DurableFile.replace(file(name), keys.seal(name, KeyState.ACTIVE, now, key, random));
            return new KeyAnswer(name(), name, KeyState.ACTIVE, now);
        });
    }

    @Override
    public <R, X extends Exception> R use(KeyName name, String purpose, KeyUse<R, X> use) throws X {
        try (Secret key = lend(name, purpose)) {
            return use.with(key);
        }
    }

    private Secret lend(KeyName name, String purpose) {
        return locked(() -> {
            StoreKeys.Kept kept = kept(name);
            if (kept.state() != KeyState.ACTIVE) {
                kept.key().close();
                throw KeyUnavailableException.inState(name(), name, kept.state());
            }
            journal.append(now(), name, purpose);
            return kept.key();
        });
    }

    @Override
    public KeyAnswer quarantine(KeyName name) {
        return become(name, KeyState.QUARANTINED);
    }

    @Override
    public KeyAnswer release(KeyName name) {
        return become(name, KeyState.ACTIVE);
    }

    private KeyAnswer become(KeyName name, KeyState state) {
        return locked(() -> {
            StoreKeys.Kept kept = kept(name);
            try (Secret key = kept.key()) {
                if (kept.state() == KeyState.DESTROYED) {
                    throw KeyUnavailableException.inState(name(), name, kept.state());
                }
                if (kept.state() == state) {
                    return new KeyAnswer(name(), name, state, kept.since());
                }
                Instant now = now();
                DurableFile.replace(file(name), keys.seal(name, state, now, key, random));
                return new KeyAnswer(name(), name, state, now);
            }
        });
    }

    @Override
    public KeyAnswer destroy(KeyName name) {
        return locked(() -> {
            StoreKeys.Kept kept = kept(name);
            kept.key().close();
            if (kept.state() == KeyState.DESTROYED) {
                return new KeyAnswer(name(), name, kept.state(), kept.since());
            }
            Instant now = now();
            Secret nothing = Secret.owning(new byte[0]);
            DurableFile.replaceAndErase(file(name), keys.seal(name, KeyState.DESTROYED, now, nothing, random));
            return new KeyAnswer(name(), name, KeyState.DESTROYED, now);
        });
    }

    @Override
    public Optional<KeyAnswer> state(KeyName name) {
        return locked(() -> Files.exists(file(name)) ? Optional.of(answer(name)) : Optional.empty());
    }

    @Override
    public List<KeyAnswer> keys() {
        return locked(() -> {
            try (Stream<Path> files = Files.list(folder)) {
                return files.map(path -> path.getFileName().toString())
                        .filter(file -> file.endsWith(SUFFIX) && !file.startsWith("."))
                        .sorted()
                        .map(file -> answer(new KeyName(file.substring(0, file.length() - SUFFIX.length()))))
                        .toList();
            }
        });
    }

    @Override
    public List<JournalledUse> uses() {
        return locked(journal::read);
    }

    private KeyAnswer answer(KeyName name) {
        try {
            StoreKeys.Kept kept = kept(name);
            kept.key().close();
            return new KeyAnswer(name(), name, kept.state(), kept.since());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoreKeys.Kept kept(KeyName name) throws IOException {
        if (!Files.exists(file(name))) {
            throw KeyUnavailableException.unknown(name(), name);
        }
        try {
            return keys.open(name, Files.readAllBytes(file(name)));
        } catch (NotAuthenticException e) {
            throw new IOException("the file " + file(name) + " was changed; restore it from another key store", e);
        }
    }

    private Path file(KeyName name) {
        return folder.resolve(name + SUFFIX);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private interface Act<R> {
        R run() throws IOException;
    }

    private <R> R locked(Act<R> act) {
        PROGRAM.lock();
        try (FileChannel lock =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = lock.lock()) {
            return act.run();
        } catch (IOException e) {
            throw new UncheckedIOException("key store '" + name() + "' in " + folder + ": " + e.getMessage(), e);
        } finally {
            PROGRAM.unlock();
        }
    }

    @Override
    public String toString() {
        return "FileKeyStore[" + name() + "]";
    }
}
