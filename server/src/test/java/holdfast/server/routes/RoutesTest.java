package holdfast.server.routes;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.access.ApiTokens;
import holdfast.server.access.Invitations;
import holdfast.server.access.Role;
import holdfast.server.place.Places;
import holdfast.server.place.Site;
import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import holdfast.server.routes.RouteTable.Line;
import holdfast.server.testing.GoneMissing;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.Staff;
import holdfast.server.testing.Visitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of the server, tried by somebody of every role and by nobody. A route without a rule fails. */
@HoldfastTest
class RoutesTest {
    private static final String PASSWORD = "a door for every hand";
    private static final SiteId SITE = new SiteId("routes");
    /** Refusals for want of a role; what else is refused got past that question. */
    private static final Set<String> ROLE_MISSING = Set.of("refused.role-needed", "refused.inactive");

    private final ApplicationContext context;
    private final Staff staff;
    private final int port;

    RoutesTest(ApplicationContext context, Staff staff, @LocalServerPort int port) {
        this.context = context;
        this.staff = staff;
        this.port = port;
    }

    @Test
    void everyRouteHasARuleAndEveryRuleARoute() throws IOException {
        Set<String> ruled = RouteTable.read().stream().map(Line::route).collect(Collectors.toCollection(TreeSet::new));
        assertThat(ruled).isEqualTo(routes());
    }

    @Test
    @Tag("slow")
    void eachRoleGetsAsFarAsTheTableSays() throws IOException {
        Map<String, String> named = named();
        Map<Role, Caller> callers = callers();
        Caller nobody = new Caller(new Visitor(port), "");
        List<String> wrong = new ArrayList<>();
        for (Line line : RouteTable.read()) {
            if (nobody.stopped(line, named) == line.open()) {
                wrong.add(line.method() + " " + line.path() + ": nobody signed in");
            }
            Set<Role> in = new TreeSet<>();
            callers.forEach((role, caller) -> {
                if (!caller.stopped(line, named)) {
                    in.add(role);
                }
            });
            Set<Role> expected =
                    Arrays.stream(Role.values()).filter(line::admits).collect(Collectors.toCollection(TreeSet::new));
            if (!in.equals(expected)) {
                wrong.add(line.method() + " " + line.path() + " | "
                        + (in.size() == Role.values().length
                                ? "in"
                                : in.stream().map(Role::name).collect(Collectors.joining(" "))));
            }
        }
        assertThat(wrong)
                .as("what is otherwise than the table says: who got past the question of their role")
                .isEmpty();
    }

    private Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        for (RequestMappingHandlerMapping mapping :
                context.getBeansOfType(RequestMappingHandlerMapping.class).values()) {
            mapping.getHandlerMethods().forEach((info, handler) -> {
                String from = handler.getBeanType().getPackageName();
                if (from.startsWith("holdfast.server.") && !from.equals("holdfast.server.testing")) {
                    for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                        info.getPatternValues().forEach(path -> routes.add(method + " " + RouteTable.unnamed(path)));
                    }
                }
            });
        }
        return routes;
    }

    /** What stands for the variables of paths and of what is sent: a real journey, its case and its incident. */
    private Map<String, String> named() {
        GoneMissing trip = new GoneMissing(context, 1);
        Map<String, String> named = new HashMap<>(Map.of(
                "consignment", trip.consignment.value(),
                "incident", trip.incident.value(),
                "barcode", trip.cartridges.iterator().next().value(),
                "box", "ROUTES-1",
                "number", "1",
                "uuid", "00000000-0000-4000-8000-000000000000",
                "digest", "0".repeat(64),
                "person", "nobody",
                "form", "POLICE",
                "step", "ready"));
        named.putAll(Map.of(
                "count", named.get("uuid"),
                "finding", named.get("uuid"),
                "recovery", named.get("uuid"),
                "passkey", "AAAA",
                "field", "why",
                "condition", "CRIME_SUSPECTED",
                "language", "EN",
                "label", "t",
                "ref", "consignment:" + trip.consignment.value()));
        return named;
    }

    private Map<Role, Caller> callers() {
        ActorId administrator = staff.administrator();
        Places places = context.getBean(Places.class);
        if (places.sites().stream().noneMatch(site -> site.id().equals(SITE))) {
            places.add(new Site(SITE, "Routes", "", "", ""), administrator);
        }
        Map<Role, Caller> callers = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            ActorId person = staff.person(role);
            places.post(person, SITE, administrator);
            Invitations invitations = context.getBean(Invitations.class);
            invitations.accept(invitations.invite(person, administrator), PASSWORD);
            Visitor visitor = new Visitor(port);
            visitor.signIn(person.value(), PASSWORD);
            callers.put(
                    role,
                    new Caller(
                            visitor,
                            context.getBean(ApiTokens.class)
                                    .issue("routes", person)
                                    .value()));
        }
        return callers;
    }

    /** Somebody with a browser and a token. */
    private record Caller(Visitor visitor, String token) {
        /** Whether they were stopped at the door, or for want of a role. */
        boolean stopped(Line line, Map<String, String> named) {
            HttpResponse<String> answer =
                    visitor.request(line.method(), filled(line.path(), named), filled(line.sent(), named), token);
            String refused = answer.headers().firstValue(Visitor.REFUSED).orElse("");
            boolean toTheDoor = answer.statusCode() == 302
                    && answer.headers().firstValue("Location").orElse("").endsWith("/sign-in");
            return toTheDoor || answer.statusCode() == 401 || forbidden(line, answer) || ROLE_MISSING.contains(refused);
        }

        /** REST answers 403 to other refusals too, of whoever has the role. */
        private static boolean forbidden(Line line, HttpResponse<String> answer) {
            boolean rest = line.path().startsWith("/api/");
            return answer.statusCode() == 403 && (!rest || answer.body().contains("problem:role-missing"));
        }

        private static String filled(String text, Map<String, String> named) {
            String filled = text.replaceAll("\\{([a-zA-Z]+):[^}]*}", "{$1}");
            for (Map.Entry<String, String> one : named.entrySet()) {
                filled = filled.replace("{" + one.getKey() + "}", one.getValue());
            }
            return filled;
        }
    }
}
