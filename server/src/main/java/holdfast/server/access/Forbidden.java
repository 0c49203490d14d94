package holdfast.server.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** An act that this person may not perform. The message may be shown to them. Pages answer it with 403. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public final class Forbidden extends RuntimeException {
    public Forbidden(String message) {
        super(message);
    }
}
