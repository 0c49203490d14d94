package holdfast.cli;

import holdfast.vault.prune.PruneOptions;
import picocli.CommandLine.Option;

/** How to prune: of {@code prune}, and of {@code forget --prune}. */
final class PruneSwitches {
    @Option(
            names = {"-n", "--dry-run"},
            description = "Change nothing, say what would be done.")
    private boolean dryRun;

    @Option(
            names = "--max-unused",
            paramLabel = "PERCENT",
            description =
                    "Move data until so little beside the needed is left, such as 5%%. Default: ${DEFAULT-VALUE}.")
    private String maxUnused = "5%";

    @Option(
            names = "--unsafe-no-grace",
            description =
                    "Delete at once. Only when nothing else, not even a suspended backup, is at work on the vault:"
                            + " what it relies on would be lost.")
    private boolean noGrace;

    boolean dryRun() {
        return dryRun;
    }

    /** @throws IllegalArgumentException for what is no share */
    PruneOptions options() {
        String digits = maxUnused.endsWith("%") ? maxUnused.substring(0, maxUnused.length() - 1) : "";
        try {
            double share = maxUnused.equals("unlimited") ? Double.MAX_VALUE : Double.parseDouble(digits) / 100;
            return new PruneOptions(share, noGrace);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--max-unused takes a share such as 5%, not '" + maxUnused + "'", e);
        }
    }
}
