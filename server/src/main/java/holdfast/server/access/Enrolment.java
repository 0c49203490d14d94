package holdfast.server.access;

import holdfast.server.platform.Invalid;
import holdfast.server.platform.Phrase;
import holdfast.server.record.ActorId;
import java.util.Set;
import java.util.regex.Pattern;

/** What a person's particulars must look like. */
final class Enrolment {
    private static final Pattern SIGN_IN = Pattern.compile("[a-z][a-z0-9.-]{1,39}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"(),:;]{1,64}@[A-Za-z0-9.-]{1,190}");
    private static final int LONGEST = 200;

    private Enrolment() {}

    static Person checked(NewPerson wanted) {
        if (!SIGN_IN.matcher(wanted.signIn()).matches() || wanted.signIn().equals(ActorId.SYSTEM.value())) {
            throw new Invalid("refused.sign-in-name", wanted.signIn());
        }
        line(wanted.name(), "part.name");
        if (wanted.name().isBlank()) {
            throw new Invalid("refused.name-missing");
        }
        line(wanted.post(), "part.post");
        line(wanted.phone(), "part.phone");
        if (!wanted.email().isEmpty() && !EMAIL.matcher(wanted.email()).matches()) {
            throw new Invalid("refused.no-email", wanted.email());
        }
        demandTogether(wanted.roles());
        return new Person(
                new ActorId(wanted.signIn()),
                wanted.name().strip(),
                wanted.post().strip(),
                wanted.email(),
                wanted.phone().strip(),
                wanted.language(),
                wanted.roles(),
                true);
    }

    static void demandTogether(Set<Role> roles) {
        if (!Role.mayGoTogether(roles)) {
            throw new Invalid("refused.roles-apart");
        }
    }

    /** One line: it goes into mail headers and logs. */
    private static void line(String text, String what) {
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new Invalid("refused.one-line", Phrase.of(what), LONGEST);
        }
    }
}
