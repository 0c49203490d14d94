package holdfast.server.incident;

import holdfast.server.access.People;
import holdfast.server.custody.Consignment;
import holdfast.server.custody.ConsignmentId;
import holdfast.server.custody.Consignments;
import holdfast.server.custody.HandOver;
import holdfast.server.custody.Leg;
import holdfast.server.exposure.Exposure;
import holdfast.server.place.Places;
import holdfast.server.record.ActorId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads everything that reports, statement and notices draw on. */
@Component
class CaseReader {
    private final IncidentStore incidents;
    private final OfficeProfile profile;
    private final EvidenceReader evidence;
    private final AssessmentService assessments;
    private final Consignments consignments;
    private final Places places;
    private final Exposure exposure;
    private final Timelines timelines;
    private final FollowUpStore followUps;
    private final ReportStore reports;
    private final CaseWork caseWork;
    private final ObjectProvider<NoticeFigures> notices;
    private final People people;
    private final InstantSource clock;
    private final ZoneId zone;

    CaseReader(
            IncidentStore incidents,
            OfficeProfile profile,
            EvidenceReader evidence,
            AssessmentService assessments,
            Consignments consignments,
            Places places,
            Exposure exposure,
            Timelines timelines,
            FollowUpStore followUps,
            ReportStore reports,
            CaseWork caseWork,
            ObjectProvider<NoticeFigures> notices,
            People people,
            InstantSource clock,
            ZoneId zone) {
        this.incidents = incidents;
        this.profile = profile;
        this.evidence = evidence;
        this.assessments = assessments;
        this.consignments = consignments;
        this.places = places;
        this.exposure = exposure;
        this.timelines = timelines;
        this.followUps = followUps;
        this.reports = reports;
        this.caseWork = caseWork;
        this.notices = notices;
        this.people = people;
        this.clock = clock;
        this.zone = zone;
    }

    CaseFacts read(IncidentId id) {
        Incident incident = incidents.incident(id);
        return new CaseFacts(
                incident,
                profile.all(),
                evidence.read(incident),
                assessments.newest(id),
                journey(incident),
                exposure.of(incident.barcodes()),
                timelines.of(incident),
                followUps.contacts(id),
                reports.sent(id),
                Optional.ofNullable(notices.getIfAvailable()).map(one -> one.figures(id)),
                caseWork.findings(id),
                caseWork.actions(id),
                followUps.answers(id),
                followUps.judgements(id),
                this::name,
                clock.instant(),
                zone);
    }

    private Optional<CaseFacts.Journey> journey(Incident incident) {
        if (!incident.about().kind().equals("consignment")) {
            return Optional.empty();
        }
        Consignment consignment =
                consignments.consignment(new ConsignmentId(incident.about().id()));
        Leg leg = consignment.leg();
        Optional<HandOver> release = leg.last(HandOver.Kind.RELEASE);
        Set<String> seals = new TreeSet<>();
        release.ifPresent(one -> one.sealsRead().values().forEach(seal -> seals.add(seal.value())));
        return Optional.of(new CaseFacts.Journey(
                consignment.id().value(),
                places.site(leg.from()).nameEn(),
                places.site(leg.to()).nameEn(),
                release.map(HandOver::by).map(this::name).orElse("nobody"),
                name(leg.carrier()),
                release.map(HandOver::at),
                leg.last(HandOver.Kind.TAKE).map(HandOver::at),
                leg.due(),
                consignment.cases().stream().map(one -> one.value()).sorted().toList(),
                seals));
    }

    /** Name and post; the product and former people by their id. */
    private String name(ActorId id) {
        return people.find(id)
                .map(person -> person.post().isBlank() ? person.name() : person.name() + ", " + person.post())
                .orElse(id.equals(ActorId.SYSTEM) ? "Holdfast, by the clock" : id.value());
    }

    Instant now() {
        return clock.instant();
    }
}
