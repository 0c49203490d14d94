package holdfast.server.architecture.planted.modules;

import org.springframework.modulith.Modulithic;

/** Where the planted application begins. */
@Modulithic
public final class PlantedApplication {
    private PlantedApplication() {}
}
