package holdfast.subjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordReaderTest {
    private final Layout layout = layout();

    @Test
    void aRecordIsReadByItsBytesAloneAlsoIfItGoesOverSeveralLines() throws RegisterException {
        Contact contact = read("7,\"Chan, \"\"Ah\"\" Ming\",\"1 Specimen Road,\r\nSha Tin\",陳亞明");

        assertThat(contact.name()).isEqualTo("Chan, \"Ah\" Ming");
        assertThat(contact.address()).containsExactly("1 Specimen Road,", "Sha Tin");
        assertThat(contact.nameZh()).isEqualTo("陳亞明");
    }

    @Test
    void bytesThatAreNoRecordAreRefused() {
        assertThatThrownBy(() -> read("7,Chan")).isInstanceOf(RegisterException.class);
        assertThatThrownBy(() -> read("7,\"Chan\n,,")).isInstanceOf(RegisterException.class);
    }

    private Contact read(String record) throws RegisterException {
        return new RecordReader(layout).contact(record.getBytes(StandardCharsets.UTF_8));
    }

    private static Layout layout() {
        try {
            return Layouts.of(List.of("id", "name", "address", "name_zh"), ',', RegisterSpec.of("r.csv", "creditor"));
        } catch (RegisterException e) {
            throw new AssertionError(e);
        }
    }
}
