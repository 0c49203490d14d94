package holdfast.server.keys;

import holdfast.server.platform.Beat;
import org.springframework.stereotype.Component;

/** Asks stores again that did not obey yet. One look at an indexed table when there is nothing to do. */
@Component
class SettleKeys implements Beat {
    private final CartridgeKeys keys;

    SettleKeys(CartridgeKeys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "key stores that did not answer";
    }

    @Override
    public void beat() {
        keys.settle();
    }
}
