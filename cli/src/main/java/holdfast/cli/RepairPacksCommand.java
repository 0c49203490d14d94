package holdfast.cli;

import holdfast.vault.model.PackId;
import holdfast.vault.repair.PackRepair;
import holdfast.vault.repair.PackRepairPlan;
import holdfast.vault.repair.PackRepairResult;
import holdfast.vault.repair.Repair;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code holdfast repair packs}. */
@Command(
        name = "packs",
        description = "Saves what is whole of damaged packs into new ones, and deletes the damaged. What was lost, the"
                + " next backup puts again if the files still have it. Role: owner.",
        mixinStandardHelpOptions = true)
final class RepairPacksCommand extends RepairWork {
    @Parameters(
            paramLabel = "ID",
            arity = "0..*",
            description = "Packs as 'holdfast check --read-data' names them. Without: every pack is read.")
    private List<String> ids = new ArrayList<>();

    @Override
    BooleanSupplier work(Repair repair) throws IOException {
        PackRepair packs = repair.packs();
        PackRepairPlan plan = packs.plan(ids);
        PackRepairResult result = dryRun ? new PackRepairResult(List.of(), List.of(), List.of()) : packs.run(plan);
        return () -> tell(plan, result);
    }

    private boolean tell(PackRepairPlan plan, PackRepairResult result) {
        for (PackRepairPlan.Salvage salvage : plan.salvages()) {
            say(new Json()
                    .put("message_type", "pack")
                    .put("id", salvage.id().toString())
                    .put("groups_whole", salvage.wholeGroups())
                    .put("groups_lost", salvage.lostGroups()));
            say("pack " + salvage.id() + ": of " + Sizes.count(salvage.wholeGroups() + salvage.lostGroups(), "group")
                    + " " + salvage.lostGroups() + " lost");
        }
        for (PackId unsteady : result.unsteady()) {
            say(new Json().put("message_type", "unsteady").put("id", unsteady.toString()));
            if (!common().json) {
                err().println("holdfast: left as it is: " + unsteady.objectName() + " reads otherwise than a moment"
                        + " before, or is gone: look at the disk and the memory of the store");
            }
        }
        left(plan.left());
        say(new Json()
                .put("message_type", "summary")
                .put("dry_run", dryRun)
                .put("packs_damaged", plan.salvages().size())
                .put("packs_written", result.written().size())
                .put("packs_deleted", result.deleted().size())
                .put("bytes_lost", plan.lostBytes()));
        say(plan.isEmpty() ? "no pack is damaged" : summary(plan, result));
        return result.unsteady().isEmpty() && !(dryRun && !plan.isEmpty());
    }

    private String summary(PackRepairPlan plan, PackRepairResult result) {
        return Sizes.count(plan.salvages().size(), "damaged pack") + ", " + Sizes.bytes(plan.lostBytes()) + " lost; "
                + (dryRun
                        ? "nothing was changed"
                        : Sizes.count(result.written().size(), "pack") + " written, "
                                + result.deleted().size() + " deleted. Back up again, then run 'holdfast repair"
                                + " snapshots': it names the files that need what is lost still");
    }
}
