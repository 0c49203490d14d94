package holdfast.server.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import holdfast.server.access.Role;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The table {@code routes.txt}: every route, who gets past the question of their role, and what is sent to ask it. */
final class RouteTable {
    private RouteTable() {}

    /**
     * A line of the table.
     *
     * @param who {@code all}, {@code in}, or roles with a blank between them
     * @param sent a form's fields, or JSON; empty where nothing is needed
     */
    record Line(String method, String path, String who, String sent) {
        boolean open() {
            return who.equals("all");
        }

        boolean admits(Role role) {
            return open() || who.equals("in") || Arrays.asList(who.split(" ")).contains(role.name());
        }

        /** As the server's own map of its routes names it: without the names of the variables. */
        String route() {
            return method + " " + unnamed(path);
        }
    }

    static String unnamed(String path) {
        return path.replaceAll("\\{[a-zA-Z]+(:[^}]*)?}", "{}");
    }

    static List<Line> read() throws IOException {
        try (InputStream in = Objects.requireNonNull(RouteTable.class.getResourceAsStream("routes.txt"))) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(RouteTable::line)
                    .toList();
        }
    }

    private static Line line(String text) {
        String[] parts = text.split(" \\| ", 3);
        String[] route = parts[0].split(" ", 2);
        return new Line(route[0], route[1], parts[1].strip(), parts.length > 2 ? parts[2] : "");
    }
}
