package holdfast.server.delivery;

/**
 * What became of one message handed to a mail server.
 *
 * <p>Only {@link InDoubt} must not be tried again without asking the receiver: the whole message was on its way
 * and the reply was not seen (RFC 5321, 4.2.5: the server may have taken charge of it).
 */
public sealed interface Handed {
    /** The server took charge of the message: its reply to the end of data was read. */
    record Accepted(String reply) implements Handed {}

    /** The server said no and holds nothing. {@code permanent}: trying again will not help (5xx). */
    record Refused(int code, String reply, boolean permanent) implements Handed {}

    /** The server was not reached, or the line broke before the end of the message was sent: nothing was taken. */
    record NotHanded(String why) implements Handed {}

    /** The end of the message was sent and no reply was seen. */
    record InDoubt(String why) implements Handed {}
}
