package holdfast.server.procedure;

import holdfast.server.access.Language;
import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.platform.Invalid;
import holdfast.server.platform.Phrase;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the guidelines and who acknowledged them. */
@Service
@Transactional
class GuidelineService implements Guidelines {

    private final GuidelineStore store;
    private final Recorder recorder;
    private final Permits permits;
    private final InstantSource clock;

    GuidelineService(GuidelineStore store, Recorder recorder, Permits permits, InstantSource clock) {
        this.store = store;
        this.recorder = recorder;
        this.permits = permits;
        this.clock = clock;
    }

    @Override
    public NewGuideline suggested() {
        Map<Language, String> titles = new EnumMap<>(Language.class);
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            titles.put(language, ProcedureTexts.text(language.locale(), "guideline.title"));
            texts.put(language, ProcedureTexts.text(language.locale(), "guideline.text"));
        }
        return new NewGuideline(titles, texts);
    }

    @Override
    public Guideline issue(NewGuideline guideline, ActorId by) {
        permits.demand(by, Role.MANAGER, Role.HEAD, Role.DPO, Role.ADMINISTRATOR);
        for (Language language : Language.values()) {
            if (guideline.title().getOrDefault(language, "").isBlank()
                    || guideline.text().getOrDefault(language, "").isBlank()) {
                throw new Invalid("refused.guideline-language", Phrase.of("part.language." + language.name()));
            }
        }
        int number = store.add(guideline, by, clock.instant());
        recorder.record(
                by,
                "guideline.issued",
                Map.of("number", number, "title", guideline.title().getOrDefault(Language.EN, "")),
                ref(number));
        return store.guideline(number).orElseThrow();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Guideline> inForce() {
        return store.newest();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Guideline> history() {
        return store.all();
    }

    @Override
    public Acknowledgement acknowledge(int number, Language language, ActorId by) {
        // Any active person may acknowledge for themselves: naming every role still refuses strangers and the inactive.
        permits.demand(by, Role.values());
        Guideline inForce = store.newest().orElseThrow(() -> new NotPermittedException("refused.guideline-none"));
        if (inForce.number() != number) {
            throw new NotPermittedException("refused.guideline-old", number, inForce.number());
        }
        if (store.acknowledge(number, by, language, clock.instant())) {
            recorder.record(
                    by,
                    "guideline.acknowledged",
                    Map.of("number", number, "language", language),
                    ref(number),
                    new Ref("person", by.value()));
        }
        return store.acknowledgement(number, by).orElseThrow();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean acknowledged(ActorId person) {
        return store.newest()
                .flatMap(guideline -> store.acknowledgement(guideline.number(), person))
                .isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Acknowledgement> acknowledgements(int number) {
        return store.acknowledgements(number);
    }

    private static Ref ref(int number) {
        return new Ref("guideline", Integer.toString(number));
    }
}
