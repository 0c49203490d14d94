package holdfast.server.drill.recount;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.subjects.BrokenRow;
import holdfast.subjects.CsvRegister;
import holdfast.subjects.Identity;
import holdfast.subjects.RegisterException;
import holdfast.subjects.RegisterRecord;
import holdfast.subjects.RegisterSpec;
import holdfast.subjects.RegisterSummary;
import holdfast.vault.model.FilePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The recount's parser and the index's were written apart; on any input they must read the same. */
class TwoParsersTest {
    private static final String[] PARTS = {
        ",",
        ",",
        ",",
        ",",
        "\n",
        "\n",
        "\r\n",
        "\r",
        "\"",
        "\"",
        "\"\"",
        "\",\"",
        "x",
        "Q700007(A)",
        "q700007a",
        "7",
        " ",
        "\t",
        "陳",
        "ａ",
        "a",
        "A"
    };

    private final long seed = Long.getLong("holdfast.seed", 19041);
    private final Random random = new Random(seed);

    @Test
    void readTheSameRowsAndTheSamePersonsFromAnyInput() throws RegisterException {
        for (int round = 0; round < 3000; round++) {
            String header = random.nextBoolean() ? "id,name,email\n" : "\ufeffemail,phone\r\n";
            StringBuilder text = new StringBuilder(header);
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(PARTS[random.nextInt(PARTS.length)]);
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            for (int i = random.nextInt(20); i == 0 && bytes.length > 20; i++) {
                bytes[16 + random.nextInt(bytes.length - 16)] = (byte) 0xff;
            }
            compare(bytes, "seed " + seed + ", round " + round);
        }
    }

    private void compare(byte[] bytes, String round) throws RegisterException {
        List<String> one = new ArrayList<>();
        Map<Identity, Integer> numbers = new HashMap<>();
        CsvRegister register = new CsvRegister("r", RegisterSpec.of("r", "c"), new CsvRegister.Listener() {
            @Override
            public void record(RegisterRecord row) {
                int who = numbers.computeIfAbsent(row.who(), _ -> numbers.size());
                one.add(row.line() + ": " + row.start() + "+" + row.length() + " " + who);
            }

            @Override
            public void broken(BrokenRow row) {
                one.add(row.line() + ": " + row.start() + "+" + row.length() + " nobody");
            }
        });
        RegisterSummary summary;
        try {
            register.accept(bytes, 0, bytes.length);
            summary = register.finish();
        } catch (RegisterException e) {
            if (String.valueOf(e.getMessage()).contains("another encoding")) {
                return;
            }
            throw e;
        }
        assertThat(other(bytes, RecountRegister.of(FilePath.of("r"), summary.layout())))
                .as(round)
                .isEqualTo(one);
    }

    private static List<String> other(byte[] bytes, RecountRegister register) {
        List<String> rows = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        new RegisterFile(bytes, register.delimiter()).rows(row -> {
            String who = row.sound ? Who.of(register, row) : "";
            Integer number = who.isEmpty() ? null : numbers.computeIfAbsent(who, _ -> numbers.size());
            rows.add(row.line + ": " + row.start + "+" + (row.end - row.start) + " "
                    + (number == null ? "nobody" : number));
        });
        return rows;
    }
}
