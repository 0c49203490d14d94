package holdfast.server.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** What a browser complains of while a page is used: errors on its console, failed scripts, requests without an answer. */
final class Faults {
    private final List<String> seen = new ArrayList<>();

    /** Begins to listen; what is loaded before is not heard. */
    static Faults on(Page page) {
        Faults faults = new Faults();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                faults.seen.add("console: " + message.text() + " (" + message.location() + ")");
            }
        });
        page.onPageError(error -> faults.seen.add("script: " + error));
        page.onRequestFailed(request -> faults.seen.add("no answer: " + request.url() + " " + request.failure()));
        page.onResponse(response -> {
            if (response.status() >= 500) {
                faults.seen.add(response.status() + ": " + response.url());
            }
        });
        return faults;
    }

    /** What was heard since the last call. */
    List<String> taken() {
        List<String> taken = List.copyOf(seen);
        seen.clear();
        return taken;
    }
}
