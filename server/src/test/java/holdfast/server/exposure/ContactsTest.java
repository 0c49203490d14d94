package holdfast.server.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.server.access.Role;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.Staff;
import holdfast.server.vaulting.BackupOrder;
import holdfast.server.vaulting.BackupRun;
import holdfast.server.vaulting.Backups;
import holdfast.server.vaulting.TestVault;
import holdfast.server.vaulting.VaultReader;
import holdfast.server.vaulting.Vaults;
import holdfast.subjects.RegisterSpec;
import holdfast.subjects.index.PersonIndex;
import holdfast.vault.model.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@HoldfastTest
class ContactsTest {
    private final Vaults vaults;
    private final Backups backups;
    private final Contacts contacts;
    private final Staff staff;

    @TempDir
    private Path folder;

    ContactsTest(Vaults vaults, Backups backups, Contacts contacts, Staff staff) {
        this.vaults = vaults;
        this.backups = backups;
        this.contacts = contacts;
        this.staff = staff;
    }

    @Test
    void namesAndAddressesComeFromTheRegistersEachPersonOnce() throws IOException {
        TestVault.demand(vaults, staff);
        Files.writeString(folder.resolve("a.csv"), """
                creditor_no,name_en,name_zh,flat,street,district,email,language
                X1,Chan Tai Man,陳大文,Flat A,"1 Specimen Road, rear",Sha Tin,,tc
                X2,Lee,,Flat B,"2 Sample Lane
                second line",Tai Po,lee@synthetic.invalid,en
                """);
        Files.writeString(folder.resolve("b.csv"), "creditor_no,email\nX1,chan@synthetic.invalid\n");
        BackupRun run = backups.run(
                new BackupOrder(
                        "contacts", List.of(folder), List.of(RegisterSpec.of(folder + "/*.csv", "creditor of a test"))),
                staff.person(Role.OPERATOR),
                Progress.NONE);

        SubjectSet persons = everybodyIn(run);
        List<Contact> read = new ArrayList<>();
        try (VaultReader reader = TestVault.reader(vaults, staff)) {
            contacts.read(persons, reader, read::add);
            SubjectSet stranger = new SubjectSet(Set.of(new SubjectId("0123456789abcdef0123456789abcdef")));
            assertThatThrownBy(() -> contacts.read(stranger, reader, read::add))
                    .hasMessageContaining("1 of 1 persons have no record");
        }

        assertThat(read).hasSize(2);
        Contact chan =
                read.stream().filter(c -> c.nameZh().equals("陳大文")).findFirst().orElseThrow();
        assertThat(chan.name()).isEqualTo("Chan Tai Man");
        assertThat(chan.email()).isEqualTo("chan@synthetic.invalid");
        assertThat(chan.address()).containsExactly("Flat A", "1 Specimen Road, rear", "Sha Tin");
        assertThat(chan.language()).isEqualTo("zh-Hant");
        assertThat(chan.categories()).containsExactly("creditor of a test");
    }

    private SubjectSet everybodyIn(BackupRun run) throws IOException {
        PersonIndex index = PersonIndex.decode(vaults.catalogue()
                .attachment(run.snapshot(), PersonIndex.ATTACHMENT)
                .orElseThrow());
        Set<SubjectId> ids = new HashSet<>();
        index.exposure(index.chunks())
                .persons()
                .forEach((int ordinal) ->
                        ids.add(new SubjectId(index.dictionary().person(ordinal).toString())));
        return new SubjectSet(ids);
    }
}
