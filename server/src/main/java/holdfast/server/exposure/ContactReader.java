package holdfast.server.exposure;

import holdfast.server.platform.NotNow;
import holdfast.server.vaulting.VaultReader;
import holdfast.subjects.index.ContactScan;
import holdfast.subjects.index.Dictionary;
import holdfast.subjects.index.PersonIndex;
import holdfast.subjects.index.Pseudonym;
import holdfast.subjects.index.RecordPlaces;
import holdfast.subjects.index.RegisterPlaces;
import holdfast.vault.Vault;
import holdfast.vault.model.FilePath;
import holdfast.vault.model.SnapshotId;
import holdfast.vault.tree.Snapshot;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** Reads contacts from the newest snapshot that has a person's records. */
@Service
class ContactReader implements Contacts {
    private final PersonIndexes indexes;

    ContactReader(PersonIndexes indexes) {
        this.indexes = indexes;
    }

    @Override
    public void read(SubjectSet persons, VaultReader key, Consumer<Contact> each) {
        Map<SubjectId, ContactDraft> found = new TreeMap<>();
        try {
            for (Snapshot snapshot : key.vault().snapshots().reversed()) {
                if (found.size() < persons.size()) {
                    readFrom(key.vault(), snapshot.id(), persons, found);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The persons' addresses cannot be read from the vault: " + e.getMessage(), e);
        }
        if (found.size() < persons.size()) {
            throw new NotNow("refused.persons-gone", persons.size() - found.size(), persons.size());
        }
        found.forEach((id, draft) -> each.accept(draft.contact(id)));
    }

    private void readFrom(Vault vault, SnapshotId snapshot, SubjectSet persons, Map<SubjectId, ContactDraft> found)
            throws IOException {
        Optional<PersonIndex> index = indexes.of(snapshot);
        Optional<byte[]> places = vault.attachment(snapshot, RecordPlaces.ATTACHMENT);
        if (index.isEmpty() || places.isEmpty()) {
            return;
        }
        Dictionary dictionary = index.get().dictionary();
        BitSet wanted = new BitSet();
        for (SubjectId id : persons.ids()) {
            if (!found.containsKey(id)) {
                dictionary.find(Pseudonym.parse(id.hex())).ifPresent(wanted::set);
            }
        }
        for (RegisterPlaces register : RecordPlaces.decode(places.get()).registers()) {
            ContactScan.Sink sink = (ordinal, contact) -> found.computeIfAbsent(
                            new SubjectId(dictionary.person(ordinal).toString()), _ -> new ContactDraft())
                    .add(contact);
            try (BufferedOutputStream out =
                    new BufferedOutputStream(new ContactScan(register, wanted::get, sink), 1 << 16)) {
                vault.dump(snapshot, FilePath.parse(register.file()), out);
            }
        }
    }
}
