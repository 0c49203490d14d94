package holdfast.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.storage.Digests;
import holdfast.storage.http.Rights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who is admitted to a served folder. A change to the file counts at once, also for a server that runs. Thread-safe. */
public final class Tokens {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    private final ServedFolder folder;
    private @Nullable FileTime readAt;
    private List<Admitted> known = List.of();

    public Tokens(ServedFolder folder) {
        this.folder = folder;
    }

    /**
     * Admits somebody.
     *
     * @return the token, which is written nowhere
     * @throws IllegalArgumentException if the name is none, or taken
     */
    public synchronized String add(String name, OptionalLong quota, Rights rights, SecureRandom random)
            throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a name has letters, digits, dots, dashes and @: not '" + name + "'");
        }
        List<Admitted> all = new ArrayList<>(all());
        if (all.stream().anyMatch(admitted -> admitted.name().equals(name))) {
            throw new IllegalArgumentException("there is a token for " + name + " already; remove that one first");
        }
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        all.add(new Admitted(name, hash(token), quota, rights));
        write(all);
        return token;
    }

    /** @throws IllegalArgumentException if nobody is called so */
    public synchronized void remove(String name) throws IOException {
        List<Admitted> all = new ArrayList<>(all());
        if (!all.removeIf(admitted -> admitted.name().equals(name))) {
            throw new IllegalArgumentException("nobody is called " + name + " here");
        }
        write(all);
    }

    private void write(List<Admitted> all) throws IOException {
        folder.prepare();
        StringBuilder text = new StringBuilder();
        all.forEach(admitted -> text.append(admitted.line()));
        ServedFolder.write(folder.tokens(), text.toString().getBytes(UTF_8));
        readAt = null;
    }

    public synchronized List<Admitted> all() throws IOException {
        Path file = folder.tokens();
        if (!Files.exists(file)) {
            return List.of();
        }
        FileTime changed = Files.getLastModifiedTime(file);
        if (!changed.equals(readAt)) {
            try {
                known = Files.readAllLines(file, UTF_8).stream()
                        .map(Admitted::parse)
                        .toList();
            } catch (IllegalArgumentException e) {
                throw new IOException("the file of tokens " + file + " has a line that is none", e);
            }
            readAt = changed;
        }
        return known;
    }

    /** Looks at all of them, so that the time it takes tells nothing. */
    Optional<Admitted> of(String token) throws IOException {
        byte[] given = hash(token).getBytes(UTF_8);
        Optional<Admitted> found = Optional.empty();
        for (Admitted admitted : all()) {
            if (MessageDigest.isEqual(admitted.tokenHash().getBytes(UTF_8), given)) {
                found = Optional.of(admitted);
            }
        }
        return found;
    }

    OptionalLong quotaOf(String name) throws IOException {
        return all().stream()
                .filter(admitted -> admitted.name().equals(name))
                .findFirst()
                .map(Admitted::quota)
                .orElse(OptionalLong.empty());
    }

    private static String hash(String token) {
        return HexFormat.of().formatHex(Digests.sha256().digest(token.getBytes(UTF_8)));
    }
}
