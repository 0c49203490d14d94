package holdfast.server.secondsite.process;

import java.io.IOException;

/** Answers requests below one path. Called by many threads. */
interface Handler {
    /** @throws Request.Refused for every answer that is no success, before an answer was begun */
    void handle(Request request) throws IOException, Request.Refused;
}
