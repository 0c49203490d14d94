package holdfast.subjects.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A register by seed, whose rows and their bytes are known without reading it. */
final class RandomRegister {
    /** A row: who it is about (empty for a broken one), and its bytes. */
    record Row(String who, boolean email, int from, int to) {}

    final List<Row> rows = new ArrayList<>();
    final byte[] bytes;

    RandomRegister(Random random, int people, int count) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "\ufeff" : "");
        text.append("staff_no,name,email,lang\n");
        String[] ends = {"\n", "\r\n", "\r"};
        for (int i = 0; i < count; i++) {
            int from = length(text);
            String who = "P" + random.nextInt(people);
            boolean email = random.nextBoolean();
            boolean broken = random.nextInt(10) == 0;
            text.append(broken ? who + ",too,few" : row(random, who, email));
            rows.add(new Row(broken ? "" : who, email, from, length(text)));
            text.append(ends[random.nextInt(3)]);
            text.append(random.nextInt(20) == 0 ? "\n" : "");
        }
        bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String row(Random random, String who, boolean email) {
        String[] names = {"Chan", "\"Lee, \"\"Ah\"\" Ming\"", "\"two\r\nlines\"", "陳大文", "\"\"", " x "};
        String[] languages = {"", "en", "tc", "zh-Hans"};
        return who + "," + names[random.nextInt(names.length)] + "," + (email ? who + "@example.hk" : "") + ","
                + languages[random.nextInt(4)];
    }

    private static int length(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
