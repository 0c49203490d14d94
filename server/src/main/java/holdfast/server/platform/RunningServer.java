package holdfast.server.platform;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A server that has started. Closing it stops everything in order: pages, due work, database, folder. */
public record RunningServer(ConfigurableApplicationContext context) implements AutoCloseable {
    /** The port it listens on, also if the system chose it. */
    public int port() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        if (server == null) {
            throw new IllegalStateException("This server serves no pages.");
        }
        return server.getPort();
    }

    /** One of its services, for those who drive a server from within the process: a drill, a test. */
    public <T> T service(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
