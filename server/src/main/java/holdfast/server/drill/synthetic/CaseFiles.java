package holdfast.server.drill.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;

/** Writes case files: plain text without persons, most of a few KB, some of a hundred. */
final class CaseFiles {
    private static final List<String> SENTENCES = List.of(
            "The trustee examined the statement of affairs and found item %d to be supported by receipts.",
            "A proof of debt in the sum of HK$%d was lodged and admitted in part.",
            "The bank confirmed by letter of reference %d that no further balance is held.",
            "Counsel advised that the transaction numbered %d cannot be set aside.",
            "The meeting of creditors stands adjourned; notice %d was gazetted.",
            "Stock to the value of HK$%d was sold by tender; the proceeds were paid into the estate account.",
            "The inventory of the premises lists %d articles, none of which is claimed by a third party.",
            "An interim dividend of %d basis points was declared and the returns were posted.",
            "Item %d of the correspondence remains unanswered and is brought up in fourteen days.");

    private final RandomGenerator random;
    private final Path folder;

    CaseFiles(Path folder, RandomGenerator random) {
        this.folder = folder;
        this.random = random;
    }

    void write(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            int year = SyntheticRegisters.FIRST_YEAR + random.nextInt(SyntheticRegisters.YEARS);
            String number = "HCB-" + year + "-" + (10_000 + i);
            Path file = folder.resolve(String.valueOf(year)).resolve(number).resolve("minutes.txt");
            Files.createDirectories(file.getParent());
            Files.writeString(file, text(number, size()));
        }
    }

    /** Characters: between 2 000 and 120 000, a few large ones among many small. */
    private int size() {
        double share = random.nextDouble();
        return 2_000 + (int) (118_000 * share * share * share);
    }

    private String text(String number, int size) {
        StringBuilder text = new StringBuilder(size + 200);
        text.append("SYNTHETIC case file ").append(number).append(", made for a drill. No such case exists.\n\n");
        for (int paragraph = 1; text.length() < size; paragraph++) {
            text.append(paragraph).append(". ");
            int sentences = 2 + random.nextInt(6);
            for (int i = 0; i < sentences; i++) {
                String sentence = SENTENCES.get(random.nextInt(SENTENCES.size()));
                text.append(sentence.replace("%d", String.valueOf(random.nextInt(1_000_000))))
                        .append(' ');
            }
            text.append("\n\n");
        }
        return text.toString();
    }
}
