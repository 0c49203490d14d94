package holdfast.subjects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvRegisterTest {
    private static final RegisterSpec SPEC = RegisterSpec.of("r.csv", "creditor");

    @Test
    void aRecordsBytesRunFromItsFirstToItsLastWithoutTheLineEnd() throws RegisterException {
        String text = "id,name\r\n1,\"Chan, Tai\r\nMan\"\r\n2,Lee\n3,王";
        Registers read = Registers.read(text);

        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(read.records)
                .extracting(r -> new String(bytes, (int) r.start(), r.length(), StandardCharsets.UTF_8))
                .containsExactly("1,\"Chan, Tai\r\nMan\"", "2,Lee", "3,王");
        assertThat(read.records).extracting(RegisterRecord::line).containsExactly(2L, 4L, 5L);
        assertThat(read.broken).isEmpty();
    }

    @Test
    void aByteOrderMarkBelongsToNoField() throws RegisterException {
        Registers read = Registers.read("\ufeffhkid,name\nQ700007(A),Chan\n");

        assertThat(read.ids()).containsExactly("Q700007A");
        assertThat(read.records.getFirst().start()).isEqualTo(13);
    }

    @Test
    void everyBrokenRowIsListedByItsLine() throws RegisterException {
        byte[] bytes = "id,name\n1,A\n2\n3,B,C\n,D\n4,\"E\" F\n5,\u00ff\n6,G\n".getBytes(StandardCharsets.ISO_8859_1);
        Registers read = Registers.read(bytes, 3, SPEC);

        assertThat(read.ids()).containsExactly("1", "6");
        assertThat(read.broken).extracting(BrokenRow::line).containsExactly(3L, 4L, 5L, 6L, 7L);
        assertThat(read.broken)
                .extracting(BrokenRow::reason)
                .containsExactly(
                        "1 fields where the header has 2",
                        "3 fields where the header has 2",
                        "names nobody",
                        "there is text after a closing quote",
                        "bytes that are not UTF-8");
    }

    @Test
    void aStrayQuoteSwallowsNobody() throws RegisterException {
        Registers read = Registers.read("id,name\n1,\"A\n2,B\n3,\"C\"\n4,D\n");

        assertThat(read.ids()).containsExactly("2", "3", "4");
        assertThat(read.broken).extracting(BrokenRow::line).containsExactly(2L);
    }

    @Test
    void aQuoteNeverClosedSwallowsNobody() throws RegisterException {
        Registers read = Registers.read("id,name\r\n1,\"A\r\n2,B\r\n\r\n3,C");

        assertThat(read.ids()).containsExactly("2", "3");
        assertThat(read.records).extracting(RegisterRecord::line).containsExactly(3L, 5L);
        assertThat(read.broken).extracting(BrokenRow::line).containsExactly(2L);
    }

    @Test
    void rowsWhoseLineEndWasLostStandForSoManyPersons() throws RegisterException {
        Registers read = Registers.read("id,name,email\n1,A,a@x.hk2,B,b@x.hk3,C,c@x.hk\n4,D,d@x.hk\n");

        assertThat(read.broken).extracting(BrokenRow::atMost).containsExactly(3);
    }

    @Test
    void emptyLinesAndEmptyRowsAreNobody() throws RegisterException {
        Registers read = Registers.read("\nid,name\n\n1,A\n,\n\r\n\"\",\n2,B\n\n");

        assertThat(read.ids()).containsExactly("1", "2");
        assertThat(read.broken).isEmpty();
    }

    @Test
    void identityCardNumbersMeanTheSamePersonHoweverWritten() throws RegisterException {
        Registers read = Registers.read("hkid,name\nQ700007(A),A\nq700007a,B\nＱ７０００07（A）,C\nQX000012(1),D\n");

        assertThat(read.records)
                .extracting(RegisterRecord::who)
                .containsExactly(
                        new Identity(Identity.HKID, "Q700007A"),
                        new Identity(Identity.HKID, "Q700007A"),
                        new Identity(Identity.HKID, "Q700007A"),
                        new Identity(Identity.HKID, "QX0000121"));
    }

    @Test
    void numberSeventeenOfTheStaffIsNotCreditorSeventeen() throws RegisterException {
        byte[] bytes = "id,name\n17,A\n".getBytes(StandardCharsets.UTF_8);

        Identity creditor = Registers.read(bytes, 9, SPEC).records.getFirst().who();
        Identity staff = Registers.read(bytes, 9, RegisterSpec.of("s.csv", "staff"))
                .records
                .getFirst()
                .who();

        assertThat(creditor).isNotEqualTo(staff);
    }

    @Test
    void kindsAreThoseOfTheFieldsWithSomethingInThem() throws RegisterException {
        Registers read = Registers.read(
                "hkid;name_en;e-mail;Bank Account;lang\nQ700007(A);Chan;;;tc\nQX000012(1);Lee;x@y;1;en\n");

        assertThat(read.records.getFirst().kinds()).containsExactlyInAnyOrder(Kinds.IDENTITY_NUMBER, Kinds.NAME);
        assertThat(read.records.getFirst().language()).isEqualTo("zh-Hant");
        assertThat(read.records.getLast().kinds())
                .containsExactlyInAnyOrder(Kinds.IDENTITY_NUMBER, Kinds.NAME, Kinds.EMAIL, Kinds.BANK_ACCOUNT);
    }

    @Test
    void aMappingNamesWhatTheHeaderDoesNot() throws RegisterException {
        Mapping mapping = new Mapping(
                Map.of(Column.ID, java.util.List.of("Ref")),
                Map.of("x", "claim"),
                Optional.of("patient"),
                Optional.empty(),
                Optional.empty());
        RegisterSpec spec = new RegisterSpec("r.csv", "creditor", java.util.Set.of(), mapping);
        Registers read = Registers.read("ref,x\n7,1\n".getBytes(StandardCharsets.UTF_8), 4, spec);

        assertThat(read.records.getFirst().category()).isEqualTo("patient");
        assertThat(read.records.getFirst().kinds()).containsExactlyInAnyOrder("reference-number", "claim");
    }

    @Test
    void aFileThatIsNoRegisterIsRefusedWithTheReason() {
        refused("", "is empty");
        refused("\ufeff\n\n", "is empty");
        refused("Chan Tai Man,12 Queen's Road\nLee,3 King's Road\n", "is the header missing?");
        refused("id,\"name\n1,A\n", "the header is broken");
        refused("id,\"name\n1,A\n2,B\"\n3,C\n", "the header is broken");
        refused("id,name\n1,陳\n2,李\n".getBytes(Charset.forName("Big5")), "another encoding");
        refused("id,name\n1,A\n".getBytes(StandardCharsets.UTF_16), "UTF-16");
        refused("id,name\n1,A\n".getBytes(StandardCharsets.UTF_16LE), "UTF-16");
    }

    private static void refused(String text, String why) {
        refused(text.getBytes(StandardCharsets.UTF_8), why);
    }

    private static void refused(byte[] bytes, String why) {
        assertThatThrownBy(() -> Registers.read(bytes, 5, SPEC))
                .isInstanceOf(RegisterException.class)
                .hasMessageContaining("register r.csv")
                .hasMessageContaining(why);
    }
}
