package holdfast.server.console.incident;

import holdfast.server.console.page.Names;
import holdfast.server.console.say.Say;
import holdfast.server.incident.IncidentId;
import holdfast.server.notice.Batch;
import holdfast.server.notice.Enquiries;
import holdfast.server.notice.Notices;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The notices of an incident as pages show them. */
@Component
class NoticeViews {
    private static final int DOUBTS_SHOWN = 50;

    private final Notices notices;
    private final Enquiries enquiries;
    private final Names names;

    NoticeViews(Notices notices, Enquiries enquiries, Names names) {
        this.notices = notices;
        this.enquiries = enquiries;
        this.names = names;
    }

    /** A batch in a list. */
    record BatchRow(
            long id,
            String what,
            String channel,
            String css,
            String state,
            boolean planned,
            long notices,
            long settled,
            long inDoubt,
            String planner,
            String approver,
            Instant at,
            String digest,
            @Nullable Instant forgetAt,
            @Nullable Instant forgottenAt) {}

    /** Adds batches, progress, doubts and enquiries to a page. */
    void fill(IncidentId id, Say say, Model model) {
        List<BatchRow> batches =
                notices.batches(id).stream().map(batch -> row(batch, say)).toList();
        ProgressView progress = ProgressView.of(id.value(), notices.progress(id), say);
        model.addAttribute("batches", batches);
        model.addAttribute("progress", progress);
        model.addAttribute(
                "doubts",
                progress.inDoubt() == 0
                        ? List.of()
                        : notices.inDoubt(id).stream().limit(DOUBTS_SHOWN).toList());
        model.addAttribute("enquiries", enquiries.enquiries(id).size());
    }

    /** The progress alone, for the part that refreshes itself. */
    ProgressView progress(IncidentId id, Say say) {
        return ProgressView.of(id.value(), notices.progress(id), say);
    }

    private BatchRow row(Batch one, Say say) {
        String css = switch (one.state()) {
            case PLANNED -> "due";
            case APPROVED -> "moving";
            case DONE -> "ok";
        };
        String category =
                say.known("category." + one.category()) ? say.text("category." + one.category()) : one.category();
        return new BatchRow(
                one.id().value(),
                say.text(
                        "notice.batch",
                        category,
                        say.text("language." + one.language().name())),
                say.text("notice.channel." + one.channel().name()),
                css,
                say.text("notice.state." + one.state().name()),
                one.state() == Batch.State.PLANNED,
                one.notices(),
                one.settled(),
                one.inDoubt(),
                names.of(one.planner()),
                one.approver().map(names::of).orElse(""),
                one.plannedAt(),
                one.digest(),
                one.forgetAt().orElse(null),
                one.forgottenAt().orElse(null));
    }
}
