package holdfast.storage.http;

import java.io.IOException;

/** The server at the other end could not show that it is the one meant; nothing was sent to it. */
public final class CertificateRefusedException extends IOException {
    public CertificateRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
