package holdfast.cli;

import holdfast.vault.Vault;
import holdfast.vault.check.CheckReport;
import holdfast.vault.check.CheckReport.Finding;
import holdfast.vault.check.CheckReport.Severity;
import holdfast.vault.check.ReadData;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
    private boolean readAll;

    @Option(
            names = "--read-data-subset",
            paramLabel = "PART",
            description = "Read some of the packs: 2/5 is the second of five parts, 10%% a tenth by chance.")
    private @Nullable String subset;

    @Override
    public Integer call() throws IOException {
        CheckReport report;
        ReadData readData = readData();
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

    private ReadData readData() {
        if (subset == null) {
            return readAll ? ReadData.ALL : ReadData.NOTHING;
        }
        int slash = subset.indexOf('/');
        try {
            if (slash > 0) {
                return ReadData.part(
                        Integer.parseInt(subset.substring(0, slash)), Integer.parseInt(subset.substring(slash + 1)));
            }
            double percent = Double.parseDouble(subset.replace("%", ""));
            if (subset.endsWith("%") && percent > 0 && percent <= 100) {
                return new ReadData(context().random().nextDouble(), percent / 100);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException("not a part of the packs: '" + subset + "'; write 2/5 or 10%");
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
            err().println("holdfast: the vault is damaged in "
                    + Sizes.count(damaged, "place")
                    + "; bring the objects named back from a copy of the vault, or back up again; 'holdfast repair'"
                    + " saves what is whole");
        } else if (!common().quiet) {
            out().println("sound: " + Sizes.count(report.snapshots(), "snapshot") + ", "
                    + Sizes.count(report.objects(), "object")
                    + (readAll || subset != null
                            ? ", " + Sizes.bytes(report.bytes()) + " of packs read"
                            : "; contents were not read"));
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
