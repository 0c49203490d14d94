package holdfast.server.drill.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.subjects.BrokenRow;
import holdfast.subjects.CsvRegister;
import holdfast.subjects.Identity;
import holdfast.subjects.RegisterException;
import holdfast.subjects.RegisterFiles;
import holdfast.subjects.RegisterRecord;
import holdfast.subjects.RegisterSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticTest {
    @TempDir
    private Path folder;

    @Test
    void asManyPersonsAsOrderedEachWithAValidNumber() throws IOException, RegisterException {
        SyntheticData data = Synthetic.write(folder, SyntheticOrder.of(3000), new Random(1));

        Set<Identity> persons = new HashSet<>();
        List<BrokenRow> broken = new ArrayList<>();
        long records = 0;
        for (int i = 0; i < data.registerFiles().size(); i++) {
            RegisterSummary summary = RegisterFiles.read(
                    data.registerFiles().get(i), data.registers().get(i), new CsvRegister.Listener() {
                        @Override
                        public void record(RegisterRecord row) {
                            persons.add(row.who());
                        }

                        @Override
                        public void broken(BrokenRow row) {
                            broken.add(row);
                        }
                    });
            records += summary.records();
        }
        assertThat(persons).hasSize(3000).allMatch(person -> person.scope().equals(Identity.HKID));
        assertThat(broken).isEmpty();
        assertThat(records).isEqualTo(data.records()).isGreaterThan(3000);
        assertThat(data.withoutEmail()).isBetween(200, 400);
        assertThat(data.creditors() + data.staff()).isEqualTo(3000);
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        SyntheticData one = Synthetic.write(folder.resolve("1"), SyntheticOrder.of(500), new Random(7));
        SyntheticData two = Synthetic.write(folder.resolve("2"), SyntheticOrder.of(500), new Random(7));

        for (int i = 0; i < one.registerFiles().size(); i++) {
            assertThat(Files.mismatch(
                            one.registerFiles().get(i), two.registerFiles().get(i)))
                    .isEqualTo(-1);
        }
        assertThat(one.bytes()).isEqualTo(two.bytes());
    }
}
