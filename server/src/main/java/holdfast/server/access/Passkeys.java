package holdfast.server.access;

import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.transaction.support.TransactionTemplate;

/** Passkeys in the database; a new one and a removed one are entries in the record. */
@Configuration(proxyBeanMethods = false)
class Passkeys {
    @Bean
    PublicKeyCredentialUserEntityRepository passkeyOwners(JdbcOperations sql) {
        return new JdbcPublicKeyCredentialUserEntityRepository(sql);
    }

    @Bean
    UserCredentialRepository passkeyRepository(
            JdbcOperations sql,
            PublicKeyCredentialUserEntityRepository owners,
            Recorder recorder,
            TransactionTemplate transaction) {
        return new Recorded(new JdbcUserCredentialRepository(sql), owners, recorder, transaction);
    }

    private record Recorded(
            UserCredentialRepository store,
            PublicKeyCredentialUserEntityRepository owners,
            Recorder recorder,
            TransactionTemplate transaction)
            implements UserCredentialRepository {
        @Override
        public void save(CredentialRecord passkey) {
            transaction.executeWithoutResult(status -> {
                boolean isNew = store.findByCredentialId(passkey.getCredentialId()) == null;
                store.save(passkey); // also called at each use, for its counter
                if (isNew) {
                    note("passkey.registered", passkey);
                }
            });
        }

        @Override
        public void delete(Bytes id) {
            transaction.executeWithoutResult(status -> {
                CredentialRecord passkey = store.findByCredentialId(id);
                store.delete(id);
                if (passkey != null) {
                    note("passkey.removed", passkey);
                }
            });
        }

        private void note(String act, CredentialRecord passkey) {
            PublicKeyCredentialUserEntity owner = owners.findById(passkey.getUserEntityUserId());
            if (owner == null) {
                throw new IllegalStateException("a passkey without an owner");
            }
            ActorId person = new ActorId(owner.getName());
            recorder.record(person, act, Map.of("label", passkey.getLabel()), PeopleService.ref(person));
        }

        @Override
        public @Nullable CredentialRecord findByCredentialId(Bytes id) {
            return store.findByCredentialId(id);
        }

        @Override
        public List<CredentialRecord> findByUserId(Bytes userId) {
            return store.findByUserId(userId);
        }
    }
}
