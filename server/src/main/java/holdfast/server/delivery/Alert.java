package holdfast.server.delivery;

import holdfast.server.record.Ref;

/**
 * A message to somebody of the office.
 *
 * @param subject one line
 * @param body plain text; no secret, and no personal data of the persons in a register
 * @param about what it is about; the told-list is kept under it
 */
public record Alert(String subject, String body, Ref about) {
    public Alert {
        if (subject.isBlank() || subject.contains("\n") || subject.contains("\r")) {
            throw new IllegalArgumentException("an alert's subject is one line that says something: '" + subject + "'");
        }
    }
}
