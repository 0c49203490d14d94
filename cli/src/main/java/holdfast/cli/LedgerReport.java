package holdfast.cli;

import holdfast.ledger.Verification;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a verification found, for people and for programs. */
final class LedgerReport {
    private LedgerReport() {}

    static void text(Verification found, Path folder, PrintWriter out, PrintWriter err) {
        found.breaks().forEach(b -> err.println("BROKEN  " + b));
        found.remarks().forEach(r -> out.println("note    " + r));
        if (found.whole()) {
            out.println("whole   " + Sizes.count(found.size(), "entry", "entries") + " of " + found.origin() + ", root "
                    + found.root());
            out.println(
                    found.witnesses().isEmpty()
                            ? "        no witness has cosigned"
                            : "        " + Sizes.count(found.witnessedSize(), "entry", "entries") + " cosigned by "
                                    + String.join(", ", found.witnesses()));
        } else {
            err.println("The ledger in " + folder + " is not as it was signed: "
                    + Sizes.count(found.breaks().size(), "finding") + ".");
        }
        err.flush();
    }

    static String json(Verification found) {
        String breaks = found.breaks().stream()
                .map(b -> "{\"file\":" + quote(b.file())
                        + (b.entry().isPresent() ? ",\"entry\":" + b.entry().getAsLong() : "") + ",\"what\":"
                        + quote(b.what()) + "}")
                .collect(Collectors.joining(","));
        return "{\"whole\":" + found.whole() + ",\"origin\":" + quote(found.origin()) + ",\"entries\":" + found.size()
                + ",\"root\":" + quote(found.root()) + ",\"witnessed\":" + found.witnessedSize() + ",\"witnesses\":"
                + strings(found.witnesses()) + ",\"breaks\":[" + breaks + "],\"remarks\":" + strings(found.remarks())
                + "}";
    }

    private static String strings(List<String> texts) {
        return texts.stream().map(LedgerReport::quote).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < 0x20) {
                out.append("\\u%04x".formatted(c));
            } else {
                out.append((char) c);
            }
        });
        return out.append('"').toString();
    }
}
