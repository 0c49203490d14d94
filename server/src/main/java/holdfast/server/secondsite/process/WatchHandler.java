package holdfast.server.secondsite.process;

import holdfast.server.secondsite.Heartbeat;
import java.io.IOException;

/** {@code POST /watch}: a heartbeat; {@code GET /watch}: what is known. Both as JSON, both with the token. */
final class WatchHandler implements Handler {
    private static final int MAX_BODY = 8 << 20;

    private final Vigil vigil;

    WatchHandler(Vigil vigil) {
        this.vigil = vigil;
    }

    @Override
    public void handle(Request request) throws IOException, Request.Refused {
        if (request.method().equals("POST")) {
            Heartbeat beat;
            try {
                beat = Json.read(request.body(MAX_BODY), Heartbeat.class);
            } catch (IOException e) {
                throw new Request.Refused(400, String.valueOf(e.getMessage()));
            }
            vigil.heard(beat);
        } else {
            request.demandMethod("GET");
        }
        request.answer(200, Json.write(vigil.report()));
    }
}
