package holdfast.server.console.page;

import holdfast.server.media.CaseId;
import holdfast.server.media.SealNumber;
import holdfast.server.platform.Invalid;
import holdfast.tape.Barcode;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What was scanned or typed into a form, as the types of the modules. Small letters are taken for capitals. */
public final class Scanned {
    private Scanned() {}

    /** The barcodes of a field, one a line or separated by blanks, commas or semicolons. */
    public static Set<Barcode> barcodes(String text) {
        Set<Barcode> barcodes = new TreeSet<>();
        Stream.of(text.split("[\\s,;]+")).filter(word -> !word.isBlank()).forEach(word -> barcodes.add(barcode(word)));
        return barcodes;
    }

    public static Barcode barcode(String text) {
        try {
            return new Barcode(tidy(text));
        } catch (IllegalArgumentException none) {
            throw new Invalid("refused.barcode", text.strip());
        }
    }

    public static CaseId box(String text) {
        return new CaseId(tidy(text));
    }

    public static SealNumber seal(String text) {
        return new SealNumber(tidy(text));
    }

    private static String tidy(String read) {
        return read.strip().toUpperCase(Locale.ROOT);
    }
}
