package holdfast.cli;

import holdfast.vault.Vault;
import holdfast.vault.check.CheckReport;
import holdfast.vault.check.CheckReport.Finding;
import holdfast.vault.check.CheckReport.Severity;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code holdfast check}. */
@Command(
        name = "check",
        description = "Looks whether everything is there and is what it was. Any role; what the key's role cannot see"
                + " is said.",
        mixinStandardHelpOptions = true)
final class CheckCommand extends VaultCommand {
    @Option(names = "--read-data", description = "Read and verify every byte of every pack.")
    private boolean readData;

    @Override
    public Integer call() throws IOException {
        CheckReport report;
        try (Vault vault = open();
                TerminalProgress.Closing progress = TerminalProgress.of(this, "checked")) {
            report = vault.check(readData, progress.progress());
        }
        for (Finding finding : report.findings()) {
            boolean damage = finding.severity() == Severity.DAMAGE;
            if (common().json) {
                out().println(json(finding));
            } else if (damage) {
                err().println("holdfast: damaged: " + finding);
            } else if (!common().quiet) {
                out().println("note: " + finding);
            }
        }
        print(report);
        return report.sound() ? ExitCodes.DONE : ExitCodes.DAMAGE;
    }

    private void print(CheckReport report) {
        long damaged = report.findings().stream()
                .filter(finding -> finding.severity() == Severity.DAMAGE)
                .count();
        if (common().json) {
            out().println(new Json()
                    .put("message_type", "summary")
                    .put("sound", report.sound())
                    .put("damaged", damaged)
                    .put("snapshots", report.snapshots())
                    .put("objects", report.objects())
                    .put("bytes_read", report.bytes()));
        } else if (!report.sound()) {
            err().println("holdfast: the vault is damaged in " + damaged
                    + " places; restore the objects named from a copy of the vault, or back up again");
        } else if (!common().quiet) {
            out().println("sound: " + report.snapshots() + " snapshots, " + report.objects() + " objects"
                    + (readData ? ", " + Sizes.bytes(report.bytes()) + " of packs read" : "; contents were not read"));
        }
    }

    private static Json json(Finding finding) {
        return new Json()
                .put("message_type", finding.severity().name().toLowerCase(Locale.ROOT))
                .put("object", finding.object().value())
                .put("place", finding.place())
                .put("what", finding.what());
    }
}
