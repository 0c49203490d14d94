package holdfast.cli;

import holdfast.vault.Vault;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.model.VaultException;
import holdfast.vault.retention.Grouping;
import holdfast.vault.retention.Retention;
import holdfast.vault.retention.RetentionPlan;
import holdfast.vault.retention.RetentionPolicy;
import holdfast.vault.tree.Snapshot;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code holdfast forget}. */
@Command(
        name = "forget",
        description = "Gives snapshots up, by id or by a policy. What only they need is freed by 'prune'. Role: owner.",
        mixinStandardHelpOptions = true)
final class ForgetCommand extends VaultCommand {
    @Parameters(
            paramLabel = "ID",
            arity = "0..*",
            description = "Snapshots to forget, such as can be read or not; no policy is applied then.")
    private List<String> ids = new ArrayList<>();

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private KeepOptions keep;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private PruneSwitches switches;

    @Option(
            names = {"-g", "--group-by"},
            paramLabel = "GROUP",
            description = "Apply the policy to each group alone: of host, paths, tags; '' for none."
                    + " Default: ${DEFAULT-VALUE}.")
    private String groupBy = "host,paths";

    @Option(names = "--host", paramLabel = "HOST", description = "Only snapshots of these hosts.")
    private List<String> hosts = new ArrayList<>();

    @Option(names = "--tag", paramLabel = "TAG[,TAG]", description = "Only snapshots with all of these tags.")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--path", paramLabel = "PATH", description = "Only snapshots with all of these paths.")
    private List<String> paths = new ArrayList<>();

    @Option(names = "--prune", description = "Then prune, if anything was forgotten.")
    private boolean prune;

    @Option(
            names = "--unsafe-allow-remove-all",
            description = "Let a policy that keeps nothing of a group forget all of it.")
    private boolean removeAll;

    @Override
    public Integer call() throws IOException {
        RetentionPolicy policy = keep.policy();
        if (ids.isEmpty() && policy.isEmpty() && !removeAll) {
            throw new ParameterException(
                    spec.commandLine(), "what to forget? Give ids, or what to keep: --keep-daily 7, say");
        }
        try (Vault vault = open()) {
            List<SnapshotId> forgotten = ids.isEmpty() ? byPolicy(vault, policy) : byId(vault);
            if (!switches.dryRun()) {
                vault.forget(forgotten);
            }
            print(forgotten);
            if (!prune || forgotten.isEmpty()) {
                return ExitCodes.DONE;
            }
            if (switches.dryRun()) {
                if (!common().quiet && !common().json) {
                    out().println("nothing was forgotten, so a prune would find nothing more than it finds now");
                }
                return ExitCodes.DONE;
            }
            return new PruneWork(this, switches).run(vault);
        }
    }

    private List<SnapshotId> byId(Vault vault) throws IOException {
        Set<SnapshotId> found = new LinkedHashSet<>();
        for (String which : ids) {
            found.add(vault.forgettable(which));
        }
        List<SnapshotId> readable = vault.snapshots().stream().map(Snapshot::id).toList();
        for (SnapshotId id : found) {
            if (!readable.contains(id)) {
                err().println("holdfast: snapshot " + id.brief()
                        + " cannot be read here, or is not believed: it is given up"
                        + " unseen, in every copy of the vault that hears of it");
            }
        }
        return List.copyOf(found);
    }

    private List<SnapshotId> byPolicy(Vault vault, RetentionPolicy policy) throws IOException {
        List<Snapshot> chosen = vault.snapshots().stream().filter(this::isMeant).toList();
        Retention retention =
                new Retention(policy, ZoneId.systemDefault(), context().clock().instant());
        // Only with --unsafe-allow-remove-all the policy may be empty here: then it means what it says.
        RetentionPlan plan = policy.isEmpty()
                ? retention.nothing(chosen, Grouping.parse(groupBy))
                : retention.plan(chosen, Grouping.parse(groupBy));
        plan.groups().forEach(this::print);
        boolean all = plan.groups().stream().anyMatch(group -> group.kept().isEmpty());
        if (all && !removeAll) {
            throw new VaultException("this would forget every snapshot of a group; nothing was forgotten. If that is"
                    + " meant, say --unsafe-allow-remove-all");
        }
        return plan.forgotten();
    }

    private boolean isMeant(Snapshot snapshot) {
        List<String> its = snapshot.paths().stream().map(FilePath::toString).toList();
        boolean tagged = tags.isEmpty()
                || tags.stream().anyMatch(list -> snapshot.tags().containsAll(Arrays.asList(list.split(",", -1))));
        return tagged && (hosts.isEmpty() || hosts.contains(snapshot.host())) && its.containsAll(paths);
    }

    private void print(RetentionPlan.Group group) {
        if (common().json) {
            out().println(json(group));
        } else if (!common().quiet) {
            out().println(SnapshotsCommand.heading(group.key()));
            for (RetentionPlan.Kept kept : group.kept()) {
                out().println("  keep    " + line(kept.snapshot()) + "  " + String.join(", ", kept.reasons()));
            }
            group.forgotten().forEach(snapshot -> out().println("  forget  " + line(snapshot)));
        }
    }

    private static String line(Snapshot snapshot) {
        return snapshot.id().brief() + "  " + SnapshotsCommand.TIME.format(snapshot.time());
    }

    private static Json json(RetentionPlan.Group group) {
        return new Json()
                .put("message_type", "group")
                .put("host", group.key().host())
                .putTexts(
                        "paths",
                        group.key().paths().stream().map(FilePath::toString).toList())
                .putTexts("tags", group.key().tags())
                .putObjects(
                        "keep",
                        group.kept().stream()
                                .map(kept ->
                                        SnapshotsCommand.json(kept.snapshot()).putTexts("reasons", kept.reasons()))
                                .toList())
                .putObjects(
                        "remove",
                        group.forgotten().stream().map(SnapshotsCommand::json).toList());
    }

    private void print(List<SnapshotId> forgotten) {
        if (common().json) {
            out().println(new Json()
                    .put("message_type", "forgotten")
                    .put("dry_run", switches.dryRun())
                    .putTexts(
                            "snapshots",
                            forgotten.stream().map(SnapshotId::toString).toList()));
        } else if (!common().quiet) {
            out().println((switches.dryRun() ? "would forget " : "forgot ")
                    + Sizes.count(forgotten.size(), "snapshot"));
        }
    }
}
