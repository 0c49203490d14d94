package holdfast.cli;

import holdfast.vault.Vault;
import holdfast.vault.model.PackId;
import holdfast.vault.prune.PruneOptions;
import holdfast.vault.prune.PrunePlan;
import holdfast.vault.prune.PruneResult;
import java.io.IOException;
import java.time.Instant;

/** Plans a prune, says so, does it, says what was done. */
final class PruneWork {
    private final VaultCommand command;
    private final PruneSwitches switches;

    PruneWork(VaultCommand command, PruneSwitches switches) {
        this.command = command;
        this.switches = switches;
    }

    int run(Vault vault) throws IOException {
        PruneOptions options = switches.options();
        try (TerminalProgress.Closing progress = TerminalProgress.of(command, "moved")) {
            PrunePlan plan = vault.planPrune(options, progress.progress());
            if (switches.dryRun()) {
                progress.close();
                print(plan, vault);
                return ExitCodes.DONE;
            }
            PruneResult result = vault.prune(plan, options, progress.progress());
            progress.close();
            print(plan, vault);
            print(result);
            return result.damaged().isEmpty() ? ExitCodes.DONE : ExitCodes.DAMAGE;
        }
    }

    private void print(PrunePlan plan, Vault vault) {
        PrunePlan.Sizes sizes = plan.sizes();
        if (command.common().json) {
            command.out().println(json(plan));
        } else if (!command.common().quiet) {
            line(
                    "stored",
                    sizes.stored(),
                    "in packs, of which " + Sizes.count(plan.snapshots(), "snapshot needs", "snapshots need") + " "
                            + Sizes.bytes(sizes.needed()));
            line(
                    "move",
                    sizes.moved(),
                    "out of " + Sizes.count(plan.repack().size(), "pack that is", "packs that are")
                            + " mostly unneeded");
            line(
                    "mark",
                    sizes.marked(),
                    "in " + Sizes.count(plan.mark().size(), "pack") + ", to be deleted by a prune in "
                            + Sizes.time(vault.options().grace()) + " (h:mm:ss) or later");
            line("wait", sizes.waiting(), "in packs that are marked already, or too young to be");
            line(
                    "delete",
                    sizes.deleted(),
                    "in " + Sizes.count(plan.deletePacks().size(), "pack"));
            line("unused", sizes.unused(), "left beside what is needed");
            plan.earliest()
                    .map(Instant::toString)
                    .ifPresent(time -> command.out().println("the next that can be deleted: at " + time));
        }
    }

    private void line(String word, long bytes, String what) {
        command.out().printf("%-7s %9s  %s%n", word, Sizes.bytes(bytes), what);
    }

    private Json json(PrunePlan plan) {
        PrunePlan.Sizes sizes = plan.sizes();
        return new Json()
                .put("message_type", "plan")
                .put("dry_run", switches.dryRun())
                .put("snapshots", plan.snapshots())
                .put("stored_bytes", sizes.stored())
                .put("needed_bytes", sizes.needed())
                .put("moved_bytes", sizes.moved())
                .put("marked_bytes", sizes.marked())
                .put("waiting_bytes", sizes.waiting())
                .put("deleted_bytes", sizes.deleted())
                .put("unused_bytes", sizes.unused())
                .putTexts(
                        "move",
                        plan.repack().stream()
                                .map(one -> one.pack().id().toString())
                                .toList())
                .putTexts("mark", plan.mark().stream().map(PackId::toString).toList())
                .putTexts(
                        "delete",
                        plan.deletePacks().stream().map(PackId::toString).toList());
    }

    private void print(PruneResult result) {
        for (PackId damaged : result.damaged()) {
            command.err()
                    .println("holdfast: damaged: " + damaged.objectName()
                            + ": its bytes are not those that it is named for; it was left as it is");
        }
        if (!result.unfinished().isEmpty()) {
            command.err()
                    .println("holdfast: it took longer than half the grace time, so "
                            + Sizes.count(result.unfinished().size(), "object was", "objects were")
                            + " not deleted; prune again");
        }
        if (command.common().json) {
            command.out()
                    .println(new Json()
                            .put("message_type", "summary")
                            .put("packs_written", result.packsWritten())
                            .put("packs_marked", result.packsMarked())
                            .put("packs_deleted", result.packsDeleted())
                            .put("bytes_deleted", result.bytesDeleted())
                            .put("snapshots_deleted", result.snapshotsDeleted())
                            .put("unfinished", result.unfinished().size()));
        } else if (!command.common().quiet) {
            command.out()
                    .println("wrote " + Sizes.count(result.packsWritten(), "pack") + ", marked " + result.packsMarked()
                            + ", deleted " + result.packsDeleted() + " (" + Sizes.bytes(result.bytesDeleted()) + ")");
        }
    }
}
