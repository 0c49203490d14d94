package holdfast.server.incident;

import holdfast.server.access.Forbidden;
import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.incident.AuthorityReport.Status;
import holdfast.server.media.Cartridge;
import holdfast.server.paper.Document;
import holdfast.server.platform.DataFolder;
import holdfast.server.platform.NotNow;
import holdfast.server.platform.Phrase;
import holdfast.server.platform.Phrases;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ReportService implements AuthorityReports {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.UK);

    private final ReportStore store;
    private final CaseReader reader;
    private final ClockDesk clocks;
    private final IncidentFiles files;
    private final FollowUpStore followUps;
    private final DataFolder folder;
    private final Permits permits;
    private final Recorder recorder;
    private final ZoneId zone;

    ReportService(
            ReportStore store,
            CaseReader reader,
            ClockDesk clocks,
            IncidentFiles files,
            FollowUpStore followUps,
            DataFolder folder,
            Permits permits,
            Recorder recorder,
            ZoneId zone) {
        this.store = store;
        this.reader = reader;
        this.clocks = clocks;
        this.files = files;
        this.followUps = followUps;
        this.folder = folder;
        this.permits = permits;
        this.recorder = recorder;
        this.zone = zone;
    }

    @Override
    public List<AuthorityReport> draft(IncidentId id, Set<Form> forms, ActorId by) {
        permits.demand(by, Role.DPO);
        CaseFacts facts = reader.read(id);
        forms.forEach(form -> demandTouched(facts, form));
        List<AuthorityReport> drafted = new ArrayList<>();
        for (Form form : forms.stream().sorted().toList()) {
            drafted.add(draft(facts, form, by));
        }
        return drafted;
    }

    /** A foreign authority is written to because somebody said that its people are on the media, never on a guess. */
    private static void demandTouched(CaseFacts facts, Form form) {
        Condition persons = switch (form) {
            case EU_ART33 -> Condition.PERSONS_IN_EU;
            case UK_ICO -> Condition.PERSONS_IN_UK;
            default -> Condition.ALWAYS;
        };
        if (persons != Condition.ALWAYS && !facts.judgements().getOrDefault(persons, false)) {
            throw new NotNow("refused.persons-question", form.authority());
        }
    }

    private AuthorityReport draft(CaseFacts facts, Form form, ActorId by) {
        IncidentId id = facts.incident().id();
        int version = store.newest(id, form).map(row -> row.version() + 1).orElse(1);
        List<ReportField.Section> sections = new Forms(facts).fill(form);
        List<AuthorityReport.OpenField> open = Forms.open(sections);
        Clock clock = clocks.clockOf(id, form);
        ReportHead head = head(facts, form, version, clock, open.size());
        String name =
                "%s-%s-v%d".formatted(id, form.name().toLowerCase(Locale.ROOT).replace('_', '-'), version);
        Path pdf = folder.reports().resolve(name + ".pdf");
        Path json = folder.reports().resolve(name + ".json");
        String text = ReportJson.of(form, head, id, version, sections);
        HkidGuard.refuse(withoutSerials(facts, text));
        write(head, sections, facts.now(), pdf, json, text);
        ReportStore.Row row = new ReportStore.Row(
                id,
                form,
                version,
                Status.DRAFTED,
                facts.now(),
                by,
                Optional.empty(),
                Optional.empty(),
                "",
                open,
                pdf,
                json);
        store.insert(row);
        recorder.record(
                by,
                "report.drafted",
                Map.of("form", form, "version", (long) version, "open", (long) open.size()),
                id.ref());
        return row.with(clock);
    }

    /** A cartridge's serial number may have the shape of an identity card's; it is none. */
    private static String withoutSerials(CaseFacts facts, String text) {
        String rest = text;
        for (Cartridge one : facts.evidence().cartridges()) {
            rest = rest.replace(one.serial(), "").replace(one.barcode().value(), "");
        }
        return rest;
    }

    private ReportHead head(CaseFacts facts, Form form, int version, Clock clock, int open) {
        boolean late = clock.state() == Clock.State.OVERDUE || clock.overdueAtOpening();
        String from = facts.profile().getOrDefault(ProfileField.OFFICE_EN, "the department (not set in the settings)");
        String prefix = facts.profile().getOrDefault(ProfileField.FILE_PREFIX, "");
        return new ReportHead(
                "RESTRICTED",
                Forms.title(form),
                form.addressee(),
                from,
                "Our reference " + prefix + facts.incident().id(),
                "draft " + version,
                DAY.format(facts.now().atZone(zone)),
                Forms.basis(form),
                List.of(clock.rule().what() + " (" + clock.rule().to() + "): "
                        + Phrases.english(zone).say(clock.words())),
                late,
                open);
    }

    private static void write(
            ReportHead head, List<ReportField.Section> sections, Instant now, Path pdf, Path json, String text) {
        try (Document document = new Document(head.title(), Locale.UK, now)) {
            new ReportPaper(document, head).draw(sections);
            document.save(pdf);
            Files.writeString(json, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The report " + pdf + " cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void answer(IncidentId id, String field, String answer, ActorId by) {
        permits.demand(by, Role.DPO, Role.MANAGER, Role.HEAD, Role.OPERATOR, Role.SITE_OFFICER);
        Words.demand(answer, "part.answer");
        HkidGuard.refuse(answer);
        followUps.answer(id, field, answer.strip(), by, reader.now());
        recorder.record(by, "report.answered", Map.of("field", field), id.ref());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Question> questions(IncidentId id) {
        Set<Form> drafted = new TreeSet<>(FIRST);
        store.newest(id).forEach(row -> drafted.add(row.form()));
        return new Questions(reader.read(id)).of(drafted);
    }

    @Override
    public AuthorityReport ready(IncidentId id, Form form, ActorId by) {
        permits.demand(by, Role.DPO);
        ReportStore.Row row = demand(id, form, Status.DRAFTED);
        store.status(row, Status.READY);
        return recorded(row, by, "report.ready", Map.of());
    }

    @Override
    public AuthorityReport approve(IncidentId id, Form form, ActorId other) {
        permits.demand(other, Role.HEAD, Role.MANAGER);
        ReportStore.Row row = demand(id, form, Status.READY);
        if (row.author().equals(other)) {
            throw new Forbidden("refused.report-author");
        }
        store.approve(row, other);
        return recorded(row, other, "report.approved", Map.of());
    }

    @Override
    public AuthorityReport sent(IncidentId id, Form form, String channel, Instant at, ActorId by) {
        permits.demand(by, Role.DPO, Role.MANAGER, Role.HEAD);
        Words.demand(channel, "part.channel");
        ReportStore.Row row = demand(id, form, Status.APPROVED);
        store.sent(row, channel, at);
        files.markOnce(id, Mark.FIRST_REPORT, at, Phrase.of("basis.report-sent", form.authority()), by);
        if (form == Form.POLICE || form == Form.PCPD) {
            files.markOnce(id, Mark.OTHERS_TOLD, at, Phrase.of("basis.report-sent", form.authority()), by);
        }
        AuthorityReport sent = recorded(row, by, "report.sent", Map.of("channel", channel, "at", at));
        clocks.align(id);
        return sent;
    }

    @Override
    public AuthorityReport acknowledged(IncidentId id, Form form, String receipt, ActorId by) {
        permits.demand(by, Role.DPO, Role.MANAGER, Role.HEAD);
        Words.demand(receipt, "part.receipt");
        ReportStore.Row row = demand(id, form, Status.SENT);
        store.receipt(row, receipt);
        return recorded(row, by, "report.acknowledged", Map.of("receipt", receipt));
    }

    @Override
    @Transactional(readOnly = true)
    public List<AuthorityReport> reports(IncidentId id) {
        return store.newest(id).stream()
                .map(row -> row.with(clocks.clockOf(id, row.form())))
                .toList();
    }

    private ReportStore.Row demand(IncidentId id, Form form, Status status) {
        ReportStore.Row row = store.newest(id, form)
                .orElseThrow(() -> new NotNow("refused.report-draft-first", form.authority(), id));
        if (row.status() != status) {
            throw new NotNow(
                    "refused.report-step", form.authority(), row.status().said(), status.said());
        }
        return row;
    }

    private AuthorityReport recorded(ReportStore.Row row, ActorId by, String act, Map<String, Object> more) {
        Map<String, Object> facts = new java.util.HashMap<>(more);
        facts.put("form", row.form());
        facts.put("version", (long) row.version());
        recorder.record(by, act, facts, row.incident().ref());
        return store.newest(row.incident(), row.form()).orElseThrow().with(clocks.clockOf(row.incident(), row.form()));
    }
}
