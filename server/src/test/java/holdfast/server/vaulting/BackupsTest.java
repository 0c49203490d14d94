package holdfast.server.vaulting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.crypto.Secret;
import holdfast.server.access.Forbidden;
import holdfast.server.access.Role;
import holdfast.server.record.ActorId;
import holdfast.server.record.Entry;
import holdfast.server.record.LedgerBook;
import holdfast.server.record.Ref;
import holdfast.server.testing.HoldfastTest;
import holdfast.server.testing.Staff;
import holdfast.subjects.RegisterSpec;
import holdfast.vault.model.Progress;
import holdfast.vault.restore.RestoreResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@HoldfastTest
class BackupsTest {
    private final Vaults vaults;
    private final Backups backups;
    private final Restores restores;
    private final LedgerBook ledger;
    private final Staff staff;

    @TempDir
    private Path folder;

    BackupsTest(Vaults vaults, Backups backups, Restores restores, LedgerBook ledger, Staff staff) {
        this.vaults = vaults;
        this.backups = backups;
        this.restores = restores;
        this.ledger = ledger;
        this.staff = staff;
    }

    @BeforeEach
    void aVault() {
        TestVault.demand(vaults, staff);
    }

    @Test
    void aBackupSaysWhatItSavedAndWhichRowsNameNobody() throws IOException {
        Path register = write("staff.csv", "staff_no,name\nA1,Chan\nA2\nA3,Lee\n");
        write("letter.txt", "Dear Sir,");

        BackupRun run = run(register);

        assertThat(run.files()).isEqualTo(2);
        assertThat(run.persons()).isEqualTo(2);
        assertThat(run.unknownAtMost()).isEqualTo(1);
        assertThat(run.warnings())
                .containsExactly(register + ", line 3: 1 fields where the header has 2 (at most 1 person)");
        assertThat(backups.runs()).contains(run);
        assertThat(ledger.about(new Ref("snapshot", run.snapshot().toString())))
                .extracting(Entry::act)
                .containsExactly("backup.made");
    }

    @Test
    void aRegisterThatCannotBeUsedStopsTheBackupBeforeAnythingIsSaved() throws IOException {
        Path register = write("people.csv", "no,such\nheader,here\n");
        int before = vaults.catalogue().snapshots().size();

        assertThatThrownBy(() -> run(register))
                .isInstanceOf(VaultRefused.class)
                .hasMessageContaining("Nothing was backed up")
                .hasMessageContaining("people.csv")
                .hasMessageContaining("is the header missing?");
        assertThatThrownBy(() -> run(folder.resolve("gone.csv")))
                .isInstanceOf(VaultRefused.class)
                .hasMessageContaining("gone.csv: no such file");
        assertThat(vaults.catalogue().snapshots()).hasSize(before);
    }

    @Test
    void onlyAnOperatorBacksUpAndOnlyKeyHoldersOpen() throws IOException {
        Path register = write("staff.csv", "staff_no,name\nA1,Chan\n");
        BackupOrder order = order(register);

        assertThatThrownBy(() -> backups.run(order, staff.person(Role.COURIER), Progress.NONE))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> vaults.askReading("curiosity", staff.person(Role.OPERATOR)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void contentsOpenOnlyByTwoKeyHoldersAndThePassphrase() {
        ActorId one = staff.person(Role.KEY_HOLDER);
        ActorId two = staff.person(Role.KEY_HOLDER);
        ReadRequestId request = vaults.askReading("the quarterly restore drill", one);
        try (Secret right = TestVault.readersPassphrase();
                Secret wrong = TestVault.secret("a guess")) {
            assertThatThrownBy(() -> vaults.grantReading(request, right, one))
                    .isInstanceOf(VaultRefused.class)
                    .hasMessageContaining("two key holders");
            assertThatThrownBy(() -> vaults.grantReading(request, wrong, two))
                    .isInstanceOf(VaultRefused.class)
                    .hasMessageContaining("not the reader’s passphrase");
            vaults.grantReading(request, right, two).close();
            assertThatThrownBy(() -> vaults.grantReading(request, right, two))
                    .isInstanceOf(VaultRefused.class)
                    .hasMessageContaining("no open request");
        }
    }

    @Test
    void whatWasSavedComesBackByteForByte() throws IOException {
        Path letter = write("letter.txt", "Dear Sir,\n陳大文\n");
        BackupRun run = run(write("staff.csv", "staff_no,name\nA1,Chan\n"));
        Path target = folder.resolve("restored");
        try (VaultReader reader = TestVault.reader(vaults, staff)) {
            RestoreResult result = restores.restore(
                    reader.vault(),
                    "the test's vault",
                    run.snapshot(),
                    target,
                    List.of(),
                    reader,
                    staff.person(Role.OPERATOR),
                    Progress.NONE);

            assertThat(result.failures()).isEmpty();
            assertThat(result.files()).isEqualTo(2);
        }
        Path restored = target.resolve(letter.toString().substring(1));
        assertThat(Files.mismatch(letter, restored)).isEqualTo(-1);
    }

    private BackupRun run(Path register) {
        return backups.run(order(register), staff.person(Role.OPERATOR), Progress.NONE);
    }

    private BackupOrder order(Path register) {
        return new BackupOrder("test", List.of(folder), List.of(RegisterSpec.of(register.toString(), "staff")));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
