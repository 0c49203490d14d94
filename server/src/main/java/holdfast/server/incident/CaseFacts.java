package holdfast.server.incident;

import holdfast.server.exposure.ExposureReport;
import holdfast.server.record.ActorId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything a report may draw on, read at one moment. Filling a form is a pure function of this.
 *
 * @param journey where the cartridges were on their way, if they were
 * @param people a person as reports name them: name, post, telephone, e-mail
 */
record CaseFacts(
        Incident incident,
        Map<ProfileField, String> profile,
        EvidenceReader.Evidence evidence,
        Optional<Assessment> assessment,
        Optional<Journey> journey,
        ExposureReport exposure,
        List<TimelineLine> timeline,
        List<Contacted> contacts,
        List<AuthorityReport.Brief> sent,
        Optional<NoticeFigures.Figures> notices,
        List<CaseWork.InquiryFinding> findings,
        List<CaseWork.CaseAction> actions,
        Map<String, FollowUpStore.Answer> answers,
        Map<Condition, Boolean> judgements,
        Function<ActorId, String> people,
        Instant now,
        ZoneId zone) {
    /** The same, as if nobody had answered a question. */
    CaseFacts unanswered() {
        return new CaseFacts(
                incident,
                profile,
                evidence,
                assessment,
                journey,
                exposure,
                timeline,
                contacts,
                sent,
                notices,
                findings,
                actions,
                Map.of(),
                judgements,
                people,
                now,
                zone);
    }

    /** The trip on which they went missing, in words for people. */
    record Journey(
            String consignment,
            String from,
            String to,
            String giver,
            String carrier,
            Optional<Instant> released,
            Optional<Instant> taken,
            Instant due,
            List<String> cases,
            Set<String> seals) {}
}
