package holdfast.server.access;

import holdfast.server.platform.DataFolder;
import holdfast.server.platform.SecretFile;
import holdfast.server.record.ActorId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The first administrator of a new server. There is no default password: whoever can read the terminal or the
 * data folder has the one-time token, and nobody else can begin.
 */
@Service
public class SetUp {
    private final PersonStore store;
    private final PeopleService people;
    private final Passwords passwords;
    private final TransactionTemplate transaction;
    private final SecureRandom random;
    private final Path file;
    private volatile boolean over;

    SetUp(
            PersonStore store,
            PeopleService people,
            Passwords passwords,
            TransactionTemplate transaction,
            SecureRandom random,
            DataFolder folder) {
        this.store = store;
        this.people = people;
        this.passwords = passwords;
        this.transaction = transaction;
        this.random = random;
        this.file = folder.secrets().resolve("set-up-token");
    }

    /** True until the first administrator can sign in. */
    public boolean needed() {
        if (!over) {
            over = store.anybodyCanSignIn();
        }
        return !over;
    }

    /** The token, made at the first call and kept in {@code secrets/set-up-token}; empty when set-up is over. */
    public synchronized Optional<Invitations.Token> token() {
        try {
            if (!needed()) {
                Files.deleteIfExists(file);
                return Optional.empty();
            }
            if (!Files.exists(file)) {
                SecretFile.write(file, Tokens.fresh(random) + "\n");
            }
            return Optional.of(new Invitations.Token(
                    Files.readString(file, StandardCharsets.UTF_8).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or write " + file, e);
        }
    }

    /**
     * Enrols the first administrator with a password.
     *
     * @param person its roles are ignored: the first person is an administrator and nothing else
     * @throws Forbidden if the token is not the one shown, or there is an administrator already
     */
    public Person firstAdministrator(Invitations.Token token, NewPerson person, String password) {
        String hash = passwords.hash(password, person.signIn());
        return enrol(token, person, Optional.of(hash));
    }

    /** The same for an administrator who makes a passkey in the session that follows. */
    public Person firstAdministrator(Invitations.Token token, NewPerson person) {
        return enrol(token, person, Optional.empty());
    }

    private Person enrol(Invitations.Token token, NewPerson wanted, Optional<String> password) {
        Person enrolled = transaction.execute(status -> {
            store.lock();
            Invitations.Token shown = token().orElseThrow(() -> new Forbidden("refused.set-up-done"));
            if (!MessageDigest.isEqual(Tokens.hash(shown.value()), Tokens.hash(token.value()))) {
                throw new Forbidden("refused.set-up-token");
            }
            NewPerson administrator = new NewPerson(
                    wanted.signIn(),
                    wanted.name(),
                    wanted.post(),
                    wanted.email(),
                    wanted.phone(),
                    wanted.language(),
                    Set.of(Role.ADMINISTRATOR));
            // One who began with a passkey and never made it may begin again.
            Person person = store.find(new ActorId(wanted.signIn()))
                    .filter(known -> known.active() && known.holds(Role.ADMINISTRATOR))
                    .orElseGet(() -> people.add(administrator, ActorId.SYSTEM));
            password.ifPresent(hash -> store.setPassword(person.id(), hash));
            return person;
        });
        token(); // removes the file
        return java.util.Objects.requireNonNull(enrolled);
    }
}
