package holdfast.cli;

import holdfast.vault.check.CheckReport.Finding;
import holdfast.vault.repair.IndexRepair;
import holdfast.vault.repair.IndexRepairPlan;
import holdfast.vault.repair.Repair;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code holdfast repair index}. */
@Command(
        name = "index",
        description = "Makes the index tell of every pack that is there, and of none that is gone. Deletes parts that"
                + " nobody can read. Role: owner.",
        mixinStandardHelpOptions = true)
final class RepairIndexCommand extends RepairWork {
    @Option(
            names = "--read-all-packs",
            description = "Ask every pack what is in it, not only those that the index does not tell of.")
    private boolean readAllPacks;

    @Override
    BooleanSupplier work(Repair repair) throws IOException {
        IndexRepair index = repair.index();
        IndexRepairPlan plan = index.plan(readAllPacks);
        int deleted = dryRun
                ? plan.damaged().size() + plan.stale().size()
                : index.run(plan).deleted().size();
        return () -> tell(plan, deleted);
    }

    private boolean tell(IndexRepairPlan plan, int deleted) {
        for (Finding damaged : plan.damaged()) {
            say(json("unreadable", damaged));
            say("nobody can read or believes " + damaged + "; it " + (dryRun ? "would be deleted" : "was deleted"));
        }
        left(plan.left());
        say(new Json()
                .put("message_type", "summary")
                .put("dry_run", dryRun)
                .put("packs_added", plan.packs())
                .put("objects_deleted", deleted)
                .put("parts_waiting", plan.waiting())
                .putTexts(
                        "packs",
                        plan.found().values().stream()
                                .flatMap(packs ->
                                        packs.stream().map(pack -> pack.id().toString()))
                                .sorted()
                                .toList()));
        say(summary(plan, deleted));
        return !plan.leavesDamage() && !(dryRun && plan.misses());
    }

    private String summary(IndexRepairPlan plan, int deleted) {
        if (plan.isEmpty() && plan.waiting() == 0) {
            return "the index tells of every pack";
        }
        String waiting = plan.waiting() == 0
                ? ""
                : "; " + Sizes.count(plan.waiting(), "part")
                        + " that tell of missing packs go a quarter of the grace time"
                        + " later, by the next 'repair index' or 'prune'";
        return Sizes.count(plan.packs(), "pack") + " " + would("told of") + ", " + Sizes.count(deleted, "object") + " "
                + would("deleted") + waiting;
    }
}
