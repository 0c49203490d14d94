package holdfast.server.console.custody;

import holdfast.server.custody.NewConsignment;
import holdfast.server.media.CaseId;
import holdfast.server.place.SiteId;
import holdfast.server.platform.Invalid;
import holdfast.server.record.ActorId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A consignment as far as it has been chosen; empty where nothing was.
 *
 * @param due local to the office, as a browser writes it: {@code 2026-03-01T14:30}
 */
record PlanForm(String from, String to, List<String> cases, String carrier, String due) {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    /** What the browser did not send is empty. */
    PlanForm(
            @Nullable String from,
            @Nullable String to,
            @Nullable List<String> cases,
            @Nullable String carrier,
            @Nullable String due) {
        this.from = from == null ? "" : from;
        this.to = to == null ? "" : to;
        this.cases = cases == null ? List.of() : List.copyOf(cases);
        this.carrier = carrier == null ? "" : carrier;
        this.due = due == null ? "" : due;
    }

    PlanForm leaving(String site) {
        return new PlanForm(site, to, cases, carrier, due);
    }

    PlanForm due(String time) {
        return new PlanForm(from, to, cases, carrier, time);
    }

    static String local(Instant at, ZoneId zone) {
        return LOCAL.format(at.atZone(zone));
    }

    /**
     * The consignment that it describes; empty while something has not been chosen.
     *
     * @throws IllegalArgumentException if something chosen cannot be so
     */
    Optional<NewConsignment> read(ZoneId zone) {
        if (from.isEmpty() || to.isEmpty() || cases.isEmpty() || carrier.isEmpty() || due.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new NewConsignment(
                new SiteId(from),
                new SiteId(to),
                cases.stream().map(CaseId::new).collect(Collectors.toSet()),
                new ActorId(carrier),
                moment(zone)));
    }

    private Instant moment(ZoneId zone) {
        try {
            return LocalDateTime.parse(due).atZone(zone).toInstant();
        } catch (DateTimeParseException malformed) {
            throw new Invalid("refused.no-moment", due);
        }
    }

    /** The address of the page that shows it. */
    String address() {
        return UriComponentsBuilder.fromPath("/transit/plan")
                .queryParam("from", from)
                .queryParam("to", to)
                .queryParam("cases", cases)
                .queryParam("carrier", carrier)
                .queryParam("due", due)
                .encode()
                .toUriString();
    }
}
