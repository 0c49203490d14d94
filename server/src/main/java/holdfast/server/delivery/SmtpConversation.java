package holdfast.server.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The receiving side of SMTP (RFC 5321), as far as a drill needs it: EHLO, MAIL, RCPT (one), DATA, RSET, NOOP, QUIT,
 * with PIPELINING and 8BITMIME.
 */
final class SmtpConversation {
    /** Takes charge of a message. The reply is sent when this returns. The array is reused afterwards. */
    interface Taker {
        void take(String recipient, byte[] message, int length) throws IOException;
    }

    /** A buffer whose array can be handed on without a copy. */
    private static final class Body extends ByteArrayOutputStream {
        Body() {
            super(8192);
        }

        byte[] array() {
            return buf;
        }
    }

    private static final int LONGEST_MESSAGE = 10 << 20;

    private final InputStream in;
    private final OutputStream out;
    private final Taker taker;
    private final byte[] buffer = new byte[32 * 1024];
    private int at;
    private int end;
    private final Body line = new Body();
    private final Body body = new Body();
    private String recipient = "";

    SmtpConversation(InputStream in, OutputStream out, Taker taker) {
        this.in = in;
        this.out = out;
        this.taker = taker;
    }

    void run() throws IOException {
        say("220 drill receiver, delivers nothing");
        while (readLine()) {
            String command = line.toString(StandardCharsets.US_ASCII).strip();
            if (!answer(command)) {
                return;
            }
        }
    }

    private boolean answer(String command) throws IOException {
        String verb = command.length() < 4 ? command : command.substring(0, 4).toUpperCase(Locale.ROOT);
        switch (verb) {
            case "EHLO" -> say("250-drill\r\n250-PIPELINING\r\n250-SIZE " + LONGEST_MESSAGE + "\r\n250 8BITMIME");
            case "HELO", "NOOP" -> say("250 ok");
            case "RSET", "MAIL" -> {
                recipient = "";
                say("250 ok");
            }
            case "RCPT" -> {
                recipient = address(command);
                say(recipient.isEmpty() ? "553 no address" : "250 ok");
            }
            case "DATA" -> data();
            case "QUIT" -> {
                say("221 goodbye");
                out.flush();
                return false;
            }
            default -> say("502 not known here");
        }
        return true;
    }

    private void data() throws IOException {
        if (recipient.isEmpty()) {
            say("503 RCPT first");
            return;
        }
        say("354 go on");
        body.reset();
        while (readLine()) {
            byte[] bytes = line.array();
            boolean dot = line.size() > 0 && bytes[0] == '.';
            if (dot && line.size() == 3 && bytes[1] == '\r') {
                taker.take(recipient, body.array(), body.size());
                recipient = "";
                say("250 taken");
                return;
            }
            body.write(bytes, dot ? 1 : 0, line.size() - (dot ? 1 : 0));
            if (body.size() > LONGEST_MESSAGE) {
                throw new IOException("a message longer than " + LONGEST_MESSAGE + " bytes");
            }
        }
        throw new IOException("the client went away before the end of its message");
    }

    private static String address(String command) {
        int from = command.indexOf('<');
        int to = command.indexOf('>', from + 1);
        return from < 0 || to < 0 ? "" : command.substring(from + 1, to);
    }

    /** Reads up to and including the next line feed; false at the end of the stream. */
    private boolean readLine() throws IOException {
        line.reset();
        while (true) {
            if (at == end) {
                out.flush();
                end = in.read(buffer);
                at = 0;
                if (end <= 0) {
                    end = 0;
                    return false;
                }
            }
            int stop = indexOfLineFeed();
            line.write(buffer, at, stop - at);
            at = stop;
            if (buffer[stop - 1] == '\n') {
                return true;
            }
            if (line.size() > LONGEST_MESSAGE) {
                throw new IOException("a line without an end");
            }
        }
    }

    private int indexOfLineFeed() {
        for (int i = at; i < end; i++) {
            if (buffer[i] == '\n') {
                return i + 1;
            }
        }
        return end;
    }

    /** Buffers the reply; it leaves with the next read, so that pipelined commands are answered at once. */
    private void say(String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
