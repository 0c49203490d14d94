package holdfast.server.access;

import holdfast.server.platform.Refusal;
import holdfast.server.platform.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** An act that this person may not perform. Pages answer it with 403. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public final class Forbidden extends Refused {
    public Forbidden(String code, Object... values) {
        super(Refusal.phrase(code, values));
    }
}
