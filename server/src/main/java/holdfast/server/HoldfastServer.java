package holdfast.server;

import holdfast.server.platform.CannotStart;
import holdfast.server.platform.Platform;
import holdfast.server.platform.RunningServer;
import holdfast.server.platform.ServerOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.modulith.Modulithic;

/** The application. Its modules are the packages beside this class. */
@Modulithic(systemName = "Holdfast")
@SpringBootApplication
public class HoldfastServer {
    /**
     * Starts a server and returns when it answers.
     *
     * @throws CannotStart for every reason that a person can do something about; nothing is left running
     */
    public static RunningServer start(ServerOptions options) {
        Platform platform = Platform.open(options);
        try {
            SpringApplication application = new SpringApplication(HoldfastServer.class);
            application.addInitializers(platform);
            application.setDefaultProperties(properties(options, platform));
            application.setLogStartupInfo(false);
            return new RunningServer(application.run());
        } catch (RuntimeException e) {
            platform.close();
            throw explained(e, options);
        }
    }

    private static Map<String, Object> properties(ServerOptions options, Platform platform) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.port", options.port());
        properties.put("server.address", options.listen().address());
        properties.put(
                "logging.file.name",
                platform.folder().logs().resolve("server.log").toString());
        options.listen().tls().ifPresent(tls -> {
            properties.put("spring.ssl.bundle.pem.web.keystore.certificate", "file:" + tls.certificate());
            properties.put("spring.ssl.bundle.pem.web.keystore.private-key", "file:" + tls.key());
            properties.put("server.ssl.bundle", "web");
        });
        return properties;
    }

    private static RuntimeException explained(RuntimeException failure, ServerOptions options) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart known) {
                return known;
            }
            if (cause instanceof PortInUseException) {
                return new CannotStart("Port " + options.port() + " on "
                        + options.listen().address() + " is in use by another program. Name another with --port.");
            }
        }
        return failure;
    }
}
