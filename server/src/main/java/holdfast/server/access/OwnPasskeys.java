package holdfast.server.access;

import holdfast.server.record.ActorId;
import java.time.Instant;
import java.util.List;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person's own passkeys: which there are, and removing one. Making one is Spring Security's end point. */
@Service
public class OwnPasskeys {
    private final PublicKeyCredentialUserEntityRepository owners;
    private final UserCredentialRepository passkeys;
    private final PersonStore people;

    OwnPasskeys(PublicKeyCredentialUserEntityRepository owners, UserCredentialRepository passkeys, PersonStore people) {
        this.owners = owners;
        this.passkeys = passkeys;
        this.people = people;
    }

    /** @param id base64url, as a browser names it */
    public record Passkey(String id, String label, Instant made, Instant used) {}

    /** Oldest first. */
    public List<Passkey> of(ActorId person) {
        return records(person).stream()
                .map(one -> new Passkey(
                        one.getCredentialId().toBase64UrlString(), one.getLabel(), one.getCreated(), one.getLastUsed()))
                .sorted(java.util.Comparator.comparing(Passkey::made))
                .toList();
    }

    /**
     * Removes one of this person's own: it no longer signs anybody in.
     *
     * @throws Forbidden if it is not theirs, or it is their last way to sign in
     */
    @Transactional
    public void remove(String id, ActorId person) {
        people.lock();
        List<CredentialRecord> own = records(person);
        Bytes wanted = own.stream()
                .map(CredentialRecord::getCredentialId)
                .filter(one -> one.toBase64UrlString().equals(id))
                .findFirst()
                .orElseThrow(() -> new Forbidden("refused.passkey-not-yours"));
        if (own.size() == 1 && people.password(person).isEmpty()) {
            throw new Forbidden("refused.passkey-last");
        }
        passkeys.delete(wanted);
    }

    private List<CredentialRecord> records(ActorId person) {
        var owner = owners.findByUsername(person.value());
        return owner == null ? List.of() : passkeys.findByUserId(owner.getId());
    }
}
