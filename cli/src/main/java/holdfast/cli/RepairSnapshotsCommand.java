package holdfast.cli;

import holdfast.vault.check.CheckReport.Finding;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.repair.Repair;
import holdfast.vault.repair.SnapshotRepair;
import holdfast.vault.repair.SnapshotRepairPlan;
import holdfast.vault.repair.SnapshotRepairPlan.Broken;
import holdfast.vault.repair.SnapshotRepairPlan.Loss;
import holdfast.vault.repair.SnapshotRepairResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code holdfast repair snapshots}. */
@Command(
        name = "snapshots",
        description = "Writes snapshots that need what is lost anew without the broken files and folders, and names"
                + " these. Role: owner.",
        mixinStandardHelpOptions = true)
final class RepairSnapshotsCommand extends RepairWork {
    @Parameters(paramLabel = "ID", arity = "0..*", description = "Only these snapshots; latest is one.")
    private List<String> ids = new ArrayList<>();

    @Option(
            names = "--forget",
            description = "Forget the broken snapshots, and delete snapshots and marks that nobody can read.")
    private boolean forget;

    @Override
    BooleanSupplier work(Repair repair) throws IOException {
        SnapshotRepair snapshots = repair.snapshots();
        SnapshotRepairPlan plan = snapshots.plan(ids);
        SnapshotRepairResult result = dryRun
                ? new SnapshotRepairResult(Map.of(), List.of(), List.of(), List.of())
                : snapshots.run(plan, forget);
        return () -> tell(plan, result);
    }

    private boolean tell(SnapshotRepairPlan plan, SnapshotRepairResult result) {
        plan.broken().forEach(broken -> print(broken, result));
        for (Finding damaged : plan.damaged()) {
            say(json("unreadable", damaged));
            say("nobody can read or believes " + damaged
                    + (result.deleted().contains(damaged.object()) ? "; it was deleted" : "; --forget deletes it"));
        }
        left(plan.left());
        print(plan, result);
        boolean rid = plan.isEmpty() || (forget && !dryRun && result.waiting().isEmpty());
        return rid && plan.left().isEmpty();
    }

    private void print(Broken broken, SnapshotRepairResult result) {
        SnapshotId id = broken.snapshot().id();
        Optional<SnapshotId> anew =
                Optional.ofNullable(result.written().get(id)).or(broken::before);
        say(new Json()
                .put("message_type", "snapshot")
                .put("id", id.toString())
                .put("new_id", anew.map(SnapshotId::toString).orElse(""))
                .put("forgotten", result.forgotten().contains(id))
                .putObjects(
                        "lost",
                        broken.losses().stream()
                                .map(RepairSnapshotsCommand::json)
                                .toList()));
        say("snapshot " + id.brief() + " of "
                + SnapshotsCommand.TIME.format(broken.snapshot().body().time()) + ", host "
                + broken.snapshot().body().host() + ":");
        broken.losses().forEach(loss -> say("  lost " + words(loss) + ": " + loss.why()));
        say("  " + state(broken, result, anew));
    }

    private String state(Broken broken, SnapshotRepairResult result, Optional<SnapshotId> anew) {
        if (result.waiting().contains(broken.snapshot().id())) {
            return "waits: it needs packs that are marked for deletion; 'holdfast prune' frees them, then run this again";
        }
        String written = broken.nothingLeft()
                ? "nothing is left of it"
                : anew.map(id -> "what is left is snapshot " + id.brief())
                        .orElse("what is left would be a new snapshot");
        return written
                + (result.forgotten().contains(broken.snapshot().id())
                        ? "; this one was forgotten"
                        : forget ? "; this one would be forgotten" : "; --forget forgets this one");
    }

    private static String words(Loss loss) {
        return switch (loss.kind()) {
            case FILE -> "file " + loss.path();
            case FOLDER -> "folder " + loss.path() + " and all that was in it";
            case ATTACHMENT -> "attachment " + loss.path();
        };
    }

    private static Json json(Loss loss) {
        return new Json()
                .put("kind", loss.kind().name().toLowerCase(Locale.ROOT))
                .put("path", loss.path().toString())
                .put("reason", loss.why());
    }

    private void print(SnapshotRepairPlan plan, SnapshotRepairResult result) {
        say(new Json()
                .put("message_type", "summary")
                .put("dry_run", dryRun)
                .put("snapshots", plan.snapshots())
                .put("snapshots_broken", plan.broken().size())
                .put("snapshots_written", result.written().size())
                .put("snapshots_forgotten", result.forgotten().size())
                .put("snapshots_waiting", result.waiting().size())
                .put("objects_deleted", result.deleted().size()));
        say(
                plan.isEmpty()
                        ? Sizes.count(plan.snapshots(), "snapshot") + ", none needs anything that is lost"
                        : Sizes.count(plan.broken().size(), "broken snapshot") + ", "
                                + (dryRun
                                        ? "nothing was changed"
                                        : result.written().size() + " written anew, "
                                                + result.forgotten().size() + " forgotten"));
    }
}
