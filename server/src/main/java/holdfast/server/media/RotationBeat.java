package holdfast.server.media;

import holdfast.server.platform.Beat;
import org.springframework.stereotype.Component;

/** Raises transfers as they fall due. */
@Component
class RotationBeat implements Beat {
    private final Rotation rotation;

    RotationBeat(Rotation rotation) {
        this.rotation = rotation;
    }

    @Override
    public String name() {
        return "transfers that the rotation raises";
    }

    @Override
    public void beat() {
        rotation.raise();
    }
}
