package holdfast.server.access;

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
            throw new IllegalArgumentException("A sign-in name has 2 to 40 of a-z, 0-9, '-' and '.', beginning with a"
                    + " letter, and is not 'system': not '" + wanted.signIn() + "'.");
        }
        line(wanted.name(), "name");
        if (wanted.name().isBlank()) {
            throw new IllegalArgumentException("A person needs a name.");
        }
        line(wanted.post(), "post");
        line(wanted.phone(), "telephone number");
        if (!wanted.email().isEmpty() && !EMAIL.matcher(wanted.email()).matches()) {
            throw new IllegalArgumentException("'" + wanted.email() + "' is no e-mail address.");
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
            throw new IllegalArgumentException("These roles must not be in one hand: an auditor holds no other role,"
                    + " and a key holder is no courier.");
        }
    }

    /** One line: it goes into mail headers and logs. */
    private static void line(String text, String what) {
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The " + what + " is one line of at most " + LONGEST + " characters.");
        }
    }
}
