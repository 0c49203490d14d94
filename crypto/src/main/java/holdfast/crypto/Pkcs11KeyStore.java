package holdfast.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A key store whose keys are wrapped by a hardware security module: for each kept key the module holds a wrapping key
 * of its own, and a folder holds {@code NAME.wrapped}. To destroy a key is to delete its wrapping key in the module:
 * copies of the folder, however old, are then worth nothing.
 *
 * <p>What it does not do: the kept key itself is in this program's memory while it is lent, since a cartridge is
 * encrypted here and not in the module. The state of quarantine stands in the folder and is authenticated, but an
 * older copy of the file, put back, ends a quarantine; destruction cannot be undone so. One program at a time.
 */
public final class Pkcs11KeyStore implements KeyStore {
    private static final String SUFFIX = ".wrapped";
    private static final String JOURNAL = "holdfast-journal";
    private static final int KEY_BYTES = 32;

    private final String name;
    private final Path folder;
    private final HsmToken token;
    private final UseJournal journal;
    private final InstantSource clock;
    private final SecureRandom random;

    private Pkcs11KeyStore(
            String name, Path folder, HsmToken token, Secret journalKey, InstantSource clock, SecureRandom random) {
        this.name = name;
        this.folder = folder;
        this.token = token;
        this.journal = new UseJournal(folder.resolve("journal"), journalKey);
        this.clock = clock;
        this.random = random;
    }

    /**
     * Opens the store, or makes it if the folder and the token have none yet.
     *
     * @param library the vendor's PKCS#11 module
     * @param slot the token's place in the module's list, from 0
     * @param folder for wrapped keys and the journal
     */
    public static Pkcs11KeyStore open(
            String name, Path library, int slot, Secret pin, Path folder, InstantSource clock, SecureRandom random)
            throws IOException {
        Files.createDirectories(folder);
        HsmToken token = HsmToken.open(library, slot, pin);
        Path file = folder.resolve("journal.key");
        byte[] about = JOURNAL.getBytes(UTF_8);
        if (!Files.exists(file)) {
            if (!token.has(JOURNAL)) {
                token.make(JOURNAL);
            }
            byte[] nonce = bytes(random, Aead.NONCE_BYTES);
            byte[] sealed = token.seal(JOURNAL, nonce, about, bytes(random, KEY_BYTES));
            DurableFile.replace(file, joined(nonce, sealed));
        }
        byte[] wrapped = Files.readAllBytes(file);
        try {
            byte[] key = token.open(JOURNAL, nonce(wrapped), about, sealed(wrapped));
            return new Pkcs11KeyStore(name, folder, token, Secret.owning(key), clock, random);
        } catch (NotAuthenticException e) {
            throw new IOException(file + " does not belong to this token", e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Kind kind() {
        return Kind.MODULE;
    }

    @Override
    public KeyAnswer create(KeyName key) {
        try (Secret secret = Secret.random(random, KEY_BYTES)) {
            return put(key, secret);
        }
    }

    @Override
    public synchronized KeyAnswer put(KeyName key, Secret secret) {
        return act(() -> {
            if (Files.exists(file(key))) {
                throw new IllegalStateException("key store '" + name + "' has a key named " + key + " already");
            }
            if (!token.has(key.value())) {
                token.make(key.value());
            }
            return write(key, KeyState.ACTIVE, secret);
        });
    }

    @Override
    public <R, X extends Exception> R use(KeyName key, String purpose, KeyUse<R, X> use) throws X {
        try (Secret secret = lend(key, purpose)) {
            return use.with(secret);
        }
    }

    private synchronized Secret lend(KeyName key, String purpose) {
        return act(() -> {
            WrappedKey kept = kept(key);
            if (kept.state() != KeyState.ACTIVE) {
                throw KeyUnavailableException.inState(name, key, kept.state());
            }
            Secret secret = unwrapped(key, kept);
            journal.append(now(), key, purpose);
            return secret;
        });
    }

    @Override
    public KeyAnswer quarantine(KeyName key) {
        return become(key, KeyState.QUARANTINED);
    }

    @Override
    public KeyAnswer release(KeyName key) {
        return become(key, KeyState.ACTIVE);
    }

    private synchronized KeyAnswer become(KeyName key, KeyState state) {
        return act(() -> {
            WrappedKey kept = kept(key);
            if (kept.state() == KeyState.DESTROYED) {
                throw KeyUnavailableException.inState(name, key, kept.state());
            }
            if (kept.state() == state) {
                return new KeyAnswer(name, key, state, kept.since());
            }
            try (Secret secret = unwrapped(key, kept)) {
                return write(key, state, secret);
            }
        });
    }

    @Override
    public synchronized KeyAnswer destroy(KeyName key) {
        return act(() -> {
            WrappedKey kept = kept(key);
            // Again even if the file says so already: a crash may have come in between.
            token.delete(key.value());
            if (kept.state() == KeyState.DESTROYED) {
                return new KeyAnswer(name, key, kept.state(), kept.since());
            }
            Instant now = now();
            DurableFile.replaceAndErase(file(key), WrappedKey.head(KeyState.DESTROYED, now));
            return new KeyAnswer(name, key, KeyState.DESTROYED, now);
        });
    }

    @Override
    public synchronized Optional<KeyAnswer> state(KeyName key) {
        return act(() -> Files.exists(file(key)) ? Optional.of(answer(key)) : Optional.empty());
    }

    @Override
    public synchronized List<KeyAnswer> keys() {
        return act(() -> {
            List<KeyName> names;
            try (Stream<Path> files = Files.list(folder)) {
                names = files.map(path -> path.getFileName().toString())
                        .filter(file -> file.endsWith(SUFFIX) && !file.startsWith("."))
                        .sorted()
                        .map(file -> new KeyName(file.substring(0, file.length() - SUFFIX.length())))
                        .toList();
            }
            List<KeyAnswer> answers = new ArrayList<>();
            for (KeyName each : names) {
                answers.add(answer(each));
            }
            return answers;
        });
    }

    @Override
    public synchronized List<JournalledUse> uses() {
        return act(journal::read);
    }

    private KeyAnswer answer(KeyName key) throws IOException {
        WrappedKey kept = kept(key);
        boolean gone = !token.has(key.value());
        return new KeyAnswer(name, key, gone ? KeyState.DESTROYED : kept.state(), kept.since());
    }

    private WrappedKey kept(KeyName key) throws IOException {
        if (!Files.exists(file(key))) {
            throw KeyUnavailableException.unknown(name, key);
        }
        return WrappedKey.parse(Files.readAllBytes(file(key)), file(key));
    }

    private Secret unwrapped(KeyName key, WrappedKey kept) throws IOException {
        try {
            byte[] about = about(key, WrappedKey.head(kept.state(), kept.since()));
            return Secret.owning(token.open(key.value(), nonce(kept.wrapped()), about, sealed(kept.wrapped())));
        } catch (NotAuthenticException | RuntimeException e) {
            throw new IOException("the file " + file(key) + " was changed; restore it from another key store", e);
        }
    }

    private KeyAnswer write(KeyName key, KeyState state, Secret secret) throws IOException {
        Instant now = now();
        byte[] head = WrappedKey.head(state, now);
        byte[] nonce = bytes(random, Aead.NONCE_BYTES);
        byte[] plain = secret.expose(byte[]::clone);
        byte[] sealed = token.seal(key.value(), nonce, about(key, head), plain);
        Arrays.fill(plain, (byte) 0);
        DurableFile.replace(file(key), joined(head, joined(nonce, sealed)));
        return new KeyAnswer(name, key, state, now);
    }

    private static byte[] about(KeyName key, byte[] head) {
        return joined(("holdfast-hsm 1|" + key + "|").getBytes(UTF_8), head);
    }

    private static byte[] nonce(byte[] wrapped) {
        return Arrays.copyOf(wrapped, Aead.NONCE_BYTES);
    }

    private static byte[] sealed(byte[] wrapped) {
        return Arrays.copyOfRange(wrapped, Math.min(wrapped.length, Aead.NONCE_BYTES), wrapped.length);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static byte[] bytes(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private Path file(KeyName key) {
        return folder.resolve(key + SUFFIX);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private interface Act<R> {
        R run() throws IOException;
    }

    private <R> R act(Act<R> act) {
        try {
            return act.run();
        } catch (IOException e) {
            throw new UncheckedIOException("key store '" + name + "': " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "Pkcs11KeyStore[" + name + "]";
    }
}
