package holdfast.server.api;

import holdfast.server.access.Forbidden;
import holdfast.server.custody.RefusedException;
import holdfast.server.media.MediaRefused;
import holdfast.server.procedure.NotPermittedException;
import java.net.URI;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Refusals as {@code application/problem+json} (RFC 9457). The detail is the sentence that the service meant for people;
 * the type is for programs and never changes its meaning.
 */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {

    @ExceptionHandler
    ProblemDetail refused(RefusedException refused) {
        HttpStatus status = switch (refused.reason()) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case SAME_PERSON, WRONG_PERSON -> HttpStatus.FORBIDDEN;
            case WRONG_STATE, FORBIDDEN_BY_PROCEDURE, WRONG_SEAL, STALE -> HttpStatus.CONFLICT;
            case BAD_SIGNATURE, INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        String type = refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return problem(status, type, "Refused", refused.getMessage());
    }

    @ExceptionHandler
    ProblemDetail forbidden(Forbidden forbidden) {
        return problem(HttpStatus.FORBIDDEN, "role-missing", "Not permitted", forbidden.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notPermitted(NotPermittedException refused) {
        return problem(HttpStatus.FORBIDDEN, "not-permitted", "Not permitted", refused.getMessage());
    }

    @ExceptionHandler
    ProblemDetail media(MediaRefused refused) {
        return problem(HttpStatus.CONFLICT, "media-refused", "Refused", refused.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unknown(NoSuchElementException absent) {
        return problem(HttpStatus.NOT_FOUND, "unknown", "Not found", absent.getMessage());
    }

    @ExceptionHandler
    ProblemDetail invalid(IllegalArgumentException invalid) {
        return problem(HttpStatus.BAD_REQUEST, "invalid", "Not understood", invalid.getMessage());
    }

    @ExceptionHandler
    ProblemDetail mistyped(MethodArgumentTypeMismatchException invalid) {
        return problem(
                HttpStatus.BAD_REQUEST, "invalid", "Not understood", "'" + invalid.getName() + "' cannot be read.");
    }

    /** The parser's own message may quote the request; the cause says what a field should have looked like. */
    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        Throwable cause = unreadable.getMostSpecificCause();
        String detail = cause instanceof IllegalArgumentException said && said.getMessage() != null
                ? said.getMessage()
                : "The request's body is not the JSON object that this address expects; see docs/guide/api.md.";
        return problem(HttpStatus.BAD_REQUEST, "invalid", "Not understood", detail);
    }

    private static ProblemDetail problem(HttpStatus status, String type, String title, @Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail == null ? title : detail);
        problem.setType(URI.create("urn:holdfast:problem:" + type));
        problem.setTitle(title);
        return problem;
    }
}
