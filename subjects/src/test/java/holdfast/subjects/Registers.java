package holdfast.subjects;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads registers for tests, in pieces of a chosen size. */
final class Registers {
    final List<RegisterRecord> records = new ArrayList<>();
    final List<BrokenRow> broken = new ArrayList<>();

    private Registers() {}

    static Registers read(String text) throws RegisterException {
        return read(text.getBytes(StandardCharsets.UTF_8), 7, RegisterSpec.of("r.csv", "creditor"));
    }

    static Registers read(byte[] bytes, int piece, RegisterSpec spec) throws RegisterException {
        Registers read = new Registers();
        CsvRegister register = new CsvRegister("r.csv", spec, new CsvRegister.Listener() {
            @Override
            public void record(RegisterRecord row) {
                read.records.add(row);
            }

            @Override
            public void broken(BrokenRow row) {
                read.broken.add(row);
            }
        });
        for (int at = 0; at < bytes.length; at += piece) {
            register.accept(bytes, at, Math.min(piece, bytes.length - at));
        }
        register.finish();
        return read;
    }

    List<String> ids() {
        return records.stream().map(r -> r.who().value()).toList();
    }
}
