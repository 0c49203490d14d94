package holdfast.server.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** Security keys and devices that hold passkeys, as Chromium makes them up for one page. */
final class Authenticators {
    private final CDPSession chromium;

    private Authenticators(CDPSession chromium) {
        this.chromium = chromium;
    }

    static Authenticators of(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        return new Authenticators(session);
    }

    /** Plugs one in that answers at once. @return its id */
    String plugIn(String transport) {
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", transport);
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject parameters = new JsonObject();
        parameters.add("options", options);
        return chromium.send("WebAuthn.addVirtualAuthenticator", parameters)
                .get("authenticatorId")
                .getAsString();
    }

    /** Whether somebody touches it when it is asked. */
    void touched(String id, boolean touched) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("authenticatorId", id);
        parameters.addProperty("enabled", touched);
        chromium.send("WebAuthn.setAutomaticPresenceSimulation", parameters);
    }
}
