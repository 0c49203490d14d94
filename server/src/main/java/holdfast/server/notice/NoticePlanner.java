package holdfast.server.notice;

import holdfast.server.access.Language;
import holdfast.server.exposure.Contacts;
import holdfast.server.exposure.Exposure;
import holdfast.server.exposure.SubjectId;
import holdfast.server.exposure.SubjectSet;
import holdfast.server.incident.Incident;
import holdfast.server.incident.OfficeProfile;
import holdfast.server.incident.ProfileField;
import holdfast.server.record.ActorId;
import holdfast.server.vaulting.VaultReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Plans batches for everybody on the media who has no notice yet. Joins the caller's transaction. */
@Component
class NoticePlanner {
    private static final Comparator<PlannedNotice.Group> ORDER = Comparator.comparing(PlannedNotice.Group::category)
            .thenComparing(PlannedNotice.Group::language)
            .thenComparing(PlannedNotice.Group::channel);

    private final Exposure exposure;
    private final Contacts contacts;
    private final FactsReader factsReader;
    private final BatchStore batches;
    private final NoticeLoader loader;
    private final OfficeProfile profile;
    private final InstantSource clock;

    NoticePlanner(
            Exposure exposure,
            Contacts contacts,
            FactsReader factsReader,
            BatchStore batches,
            NoticeLoader loader,
            OfficeProfile profile,
            InstantSource clock) {
        this.exposure = exposure;
        this.contacts = contacts;
        this.factsReader = factsReader;
        this.batches = batches;
        this.loader = loader;
        this.profile = profile;
        this.clock = clock;
    }

    BatchPlan plan(Incident incident, VaultReader key, ActorId by) {
        NoticeFacts facts = factsReader.read(incident);
        SubjectSet everybody = exposure.subjects(incident.barcodes());
        Set<String> already = batches.persons(incident.id());
        Set<String> bounced = batches.bounced(incident.id());
        SubjectSet fresh = everybody.minus(subjects(already));
        Map<PlannedNotice.Group, List<PlannedNotice>> groups = new TreeMap<>(ORDER);
        List<SubjectId> unreachable = new ArrayList<>();
        contacts.read(
                fresh,
                key,
                contact -> PlannedNotice.of(
                                contact, bounced.contains(contact.who().hex()))
                        .ifPresentOrElse(
                                one -> groups.computeIfAbsent(one.group(), g -> new ArrayList<>())
                                        .add(one),
                                () -> unreachable.add(contact.who())));
        List<Batch> planned = store(incident, facts, groups, by);
        long persons = planned.stream().mapToLong(Batch::notices).sum();
        return new BatchPlan(planned, persons, (long) everybody.size() - fresh.size(), unreachable.size());
    }

    private static SubjectSet subjects(Set<String> hex) {
        return new SubjectSet(hex.stream().map(SubjectId::new).collect(Collectors.toSet()));
    }

    private List<Batch> store(
            Incident incident, NoticeFacts facts, Map<PlannedNotice.Group, List<PlannedNotice>> groups, ActorId by) {
        Map<String, Set<String>> kinds = exposure.kindsByCategory(incident.barcodes());
        Map<Language, WordingMaker> makers = new EnumMap<>(Language.class);
        Instant now = clock.instant();
        List<Batch> planned = new ArrayList<>();
        groups.forEach((group, notices) -> {
            Wording wording = makers.computeIfAbsent(group.language(), one -> new WordingMaker(facts, one))
                    .make(group.category(), kindsOf(group.category(), kinds), now);
            BatchId id = batches.insert(incident.id(), group, notices.size(), wording, by, now);
            loader.load(incident.id(), id, notices, domain());
            planned.add(batches.batch(id));
        });
        return planned;
    }

    /** Somebody of two categories may have data of both. */
    private static Set<String> kindsOf(String categories, Map<String, Set<String>> kinds) {
        Set<String> all = new TreeSet<>();
        for (String category : categories.split("\\+", -1)) {
            all.addAll(kinds.getOrDefault(category, Set.of()));
        }
        return all;
    }

    /** Message-IDs are under the domain of the office's own address. */
    private String domain() {
        String email = profile.of(ProfileField.ENQUIRY_EMAIL).orElse("office@holdfast.invalid");
        return email.substring(email.indexOf('@') + 1);
    }
}
