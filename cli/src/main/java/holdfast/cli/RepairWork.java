package holdfast.cli;

import holdfast.vault.Vault;
import holdfast.vault.check.CheckReport.Finding;
import holdfast.vault.check.CheckReport.Severity;
import holdfast.vault.repair.Repair;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Option;

/** What the three repairs have in common: plan, say so, do it, and name what is left. */
abstract class RepairWork extends VaultCommand {
    @Option(
            names = {"-n", "--dry-run"},
            description = "Change nothing, say what would be done.")
    boolean dryRun;

    @Override
    public final Integer call() throws IOException {
        awaitMe();
        BooleanSupplier tell;
        try (Vault vault = open();
                TerminalProgress.Closing progress = TerminalProgress.of(this, "read")) {
            tell = work(vault.repair(progress.progress()));
        }
        return tell.getAsBoolean() ? ExitCodes.DONE : ExitCodes.DAMAGE;
    }

    /** Repairs; what is returned then tells of it, and whether nothing is left to be mended. */
    abstract BooleanSupplier work(Repair repair) throws IOException;

    final void say(String line) {
        if (!common().json && !common().quiet) {
            out().println(line);
        }
    }

    final void say(Json object) {
        if (common().json) {
            out().println(object);
        }
    }

    /** What this repair cannot mend. */
    final void left(List<Finding> findings) {
        for (Finding finding : findings) {
            say(json("left", finding));
            if (finding.severity() == Severity.DAMAGE && !common().json) {
                err().println("holdfast: left as it is: " + finding);
            } else {
                say("left as it is: " + finding);
            }
        }
    }

    static Json json(String type, Finding finding) {
        return new Json()
                .put("message_type", type)
                .put("object", finding.object().value())
                .put("place", finding.place())
                .put("what", finding.what());
    }

    final String would(String done) {
        return dryRun ? "would be " + done : done;
    }
}
