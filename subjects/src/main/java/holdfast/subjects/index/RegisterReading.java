package holdfast.subjects.index;

import holdfast.subjects.BrokenRow;
import holdfast.subjects.CsvRegister;
import holdfast.subjects.RegisterException;
import holdfast.subjects.RegisterRecord;
import holdfast.subjects.RegisterSpec;
import holdfast.subjects.RegisterSummary;
import holdfast.vault.backup.ContentSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One register while its bytes are being saved: places, persons and facets of its records; broken rows. */
final class RegisterReading implements ContentSink, CsvRegister.Listener {
    /** What a reading gives to its builder. */
    interface Numbers {
        int person(RegisterRecord row);

        int facet(RegisterRecord row);
    }

    private final CsvRegister register;
    private final Numbers numbers;
    private final RegisterPlaces.Collector places = new RegisterPlaces.Collector();
    private final List<BrokenRow> broken = new ArrayList<>();
    private int[] facets = new int[1024];
    private int records;
    private long lines = 1;
    private @Nullable RegisterSummary summary;
    private String failure = "";

    RegisterReading(String file, RegisterSpec spec, Numbers numbers) {
        this.register = new CsvRegister(file, spec, this);
        this.numbers = numbers;
    }

    @Override
    public void bytes(byte[] buffer, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            lines += buffer[i] == '\n' ? 1 : 0;
        }
        if (!failure.isEmpty()) {
            return;
        }
        try {
            register.accept(buffer, offset, length);
        } catch (RegisterException e) {
            failure = String.valueOf(e.getMessage());
        }
    }

    @Override
    public void end() {
        if (!failure.isEmpty()) {
            return;
        }
        try {
            summary = register.finish();
        } catch (RegisterException e) {
            failure = String.valueOf(e.getMessage());
        }
    }

    @Override
    public void record(RegisterRecord row) {
        if (records == facets.length) {
            facets = Arrays.copyOf(facets, 2 * records);
        }
        facets[records++] = numbers.facet(row);
        places.add(row.start(), row.length(), numbers.person(row));
    }

    @Override
    public void broken(BrokenRow row) {
        broken.add(row);
    }

    /** Why this is no register, empty if it is one. */
    String failure() {
        return failure;
    }

    /** Lines of the file: if it cannot be read, each may stand for a person. */
    long lines() {
        return lines;
    }

    List<BrokenRow> broken() {
        return broken;
    }

    int facet(int record) {
        return facets[record];
    }

    RegisterSummary summary() {
        if (summary == null) {
            throw new IllegalStateException("the register was not read to its end");
        }
        return summary;
    }

    RegisterPlaces places(String file) {
        return places.done(file, summary().layout());
    }
}
