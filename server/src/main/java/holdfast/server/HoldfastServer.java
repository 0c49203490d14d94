package holdfast.server;

import holdfast.server.platform.CannotStart;
import holdfast.server.platform.Platform;
import holdfast.server.platform.RunningServer;
import holdfast.server.platform.ServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
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
        demandFreePort(options);
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

    /** Asked before anything is made, so that a port in use leaves no trace. */
    private static void demandFreePort(ServerOptions options) {
        String address = options.listen().address();
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(address), options.port()));
        } catch (UnknownHostException e) {
            throw new CannotStart("This machine has no address '" + address + "' to listen on.", e);
        } catch (IOException e) {
            throw portTaken(options, e);
        }
    }

    private static CannotStart portTaken(ServerOptions options, Exception cause) {
        return new CannotStart(
                "Cannot listen on port " + options.port() + " of "
                        + options.listen().address() + " (" + cause.getMessage()
                        + "). If another program uses it, name another port with --port.",
                cause);
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
            if (cause instanceof PortInUseException taken) {
                return portTaken(options, taken);
            }
        }
        return failure;
    }
}
