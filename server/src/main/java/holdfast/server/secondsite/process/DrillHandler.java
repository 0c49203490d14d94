package holdfast.server.secondsite.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * The clock of a drill: {@code PUT /drill/clock} sets it, {@code POST /drill/tick} lets what is due by it ring.
 * There only when the process was started for a drill, and with the token.
 */
final class DrillHandler implements Handler {
    private final DrillClock clock;
    private final Vigil vigil;

    DrillHandler(DrillClock clock, Vigil vigil) {
        this.clock = clock;
        this.vigil = vigil;
    }

    @Override
    public void handle(Request request) throws IOException, Request.Refused {
        switch (request.method() + " " + request.rest()) {
            case "PUT clock" -> {
                try {
                    clock.set(Instant.parse(new String(request.body(100), UTF_8).strip()));
                } catch (DateTimeException e) {
                    throw new Request.Refused(400, "this is no time: " + e.getMessage());
                }
                request.answer(200, clock.instant() + "\n");
            }
            case "POST tick" -> {
                vigil.tick();
                request.answer(200, clock.instant() + "\n");
            }
            default -> throw new Request.Refused(404, "there is nothing here");
        }
    }
}
