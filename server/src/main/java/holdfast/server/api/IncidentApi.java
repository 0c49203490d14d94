package holdfast.server.api;

import holdfast.server.access.Permits;
import holdfast.server.incident.Clock;
import holdfast.server.incident.Incident;
import holdfast.server.incident.IncidentId;
import holdfast.server.incident.Incidents;
import holdfast.server.incident.TimelineLine;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Incidents over HTTP, to read. What changes one is a decision, and is taken where its consequences are shown. */
@RestController
@RequestMapping("/api/incidents")
class IncidentApi {

    private final Incidents incidents;
    private final Permits permits;

    IncidentApi(@Lazy Incidents incidents, Permits permits) {
        this.incidents = incidents;
        this.permits = permits;
    }

    record IncidentJson(
            String id,
            String title,
            Instant openedAt,
            String openedBy,
            String how,
            String about,
            String stage,
            Map<String, String> cartridges,
            Map<String, Instant> marks) {}

    record ClockJson(
            String state,
            @Nullable Instant startedAt,
            @Nullable Instant due,
            @Nullable Instant metAt,
            boolean overdueAtOpening,
            String words) {}

    record LineJson(Instant at, String actor, String act, String words, String entry, String proof) {}

    @GetMapping
    List<IncidentJson> all(Principal principal) {
        permits.demand(Given.caller(principal), Readers.OF_INCIDENTS);
        return incidents.all().stream().map(IncidentApi::json).toList();
    }

    @GetMapping("/{id}")
    IncidentJson one(@PathVariable String id, Principal principal) {
        permits.demand(Given.caller(principal), Readers.OF_INCIDENTS);
        return json(incidents.incident(new IncidentId(id)));
    }

    @GetMapping("/{id}/clocks")
    List<ClockJson> clocks(@PathVariable String id, Principal principal) {
        permits.demand(Given.caller(principal), Readers.OF_INCIDENTS);
        return incidents.clocks(new IncidentId(id)).stream()
                .map(IncidentApi::json)
                .toList();
    }

    @GetMapping("/{id}/timeline")
    List<LineJson> timeline(@PathVariable String id, Principal principal) {
        permits.demand(Given.caller(principal), Readers.OF_INCIDENTS);
        return incidents.timeline(new IncidentId(id)).stream()
                .map(IncidentApi::json)
                .toList();
    }

    private static IncidentJson json(Incident one) {
        Map<String, String> cartridges = new TreeMap<>();
        one.cartridges().forEach((barcode, fate) -> cartridges.put(barcode.value(), fate.name()));
        Map<String, Instant> marks = new TreeMap<>();
        one.marks().forEach((mark, moment) -> marks.put(mark.name(), moment.at()));
        return new IncidentJson(
                one.id().value(),
                one.title(),
                one.openedAt(),
                one.openedBy().value(),
                Said.english(one.how()),
                one.about().toString(),
                one.stage().name(),
                cartridges,
                marks);
    }

    private static ClockJson json(Clock one) {
        return new ClockJson(
                one.state().name(),
                one.startedAt().orElse(null),
                one.due().orElse(null),
                one.metAt().orElse(null),
                one.overdueAtOpening(),
                Said.english(one.words()));
    }

    private static LineJson json(TimelineLine one) {
        return new LineJson(
                one.at(),
                one.actor().value(),
                one.act(),
                one.words(),
                one.entry().value().toString(),
                one.proof().name());
    }
}
