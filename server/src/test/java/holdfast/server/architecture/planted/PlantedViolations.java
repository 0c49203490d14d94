package holdfast.server.architecture.planted;

import java.time.Instant;
import java.util.Random;
import org.springframework.stereotype.Component;

/** Does what the walls forbid, so that {@code WallsTest} can see them hold. Lies in a package that is not null-marked. */
@Component
public class PlantedViolations {
    /** Asks the system for the time and for randomness behind everybody's back. */
    public Instant guess() {
        return Instant.now().plusNanos(new Random().nextInt());
    }
}
