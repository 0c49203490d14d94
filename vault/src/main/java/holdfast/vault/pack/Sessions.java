package holdfast.vault.pack;

import holdfast.crypto.HybridIdentity;
import holdfast.crypto.NotAuthenticException;
import holdfast.crypto.Secret;
import holdfast.vault.key.VaultKeys;
import holdfast.vault.model.GroupId;
import holdfast.vault.model.VaultException;
import holdfast.vault.model.Words;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The secrets of the sessions whose groups are read, unwrapped once each. Thread-safe. */
public final class Sessions {
    private final VaultKeys keys;
    private final Map<GroupId, Secret> unwrapped = new ConcurrentHashMap<>();

    public Sessions(VaultKeys keys) {
        this.keys = keys;
    }

    /**
     * @param directory of the pack that the group lies in
     * @throws VaultException.NotPermitted if the key opens no groups of this kind
     */
    public Secret secretOf(PackKind kind, PackDirectory directory, GroupId group)
            throws VaultException, NotAuthenticException {
        GroupId session = new GroupId(group.sessionHigh(), group.sessionLow(), kind.code());
        Secret known = unwrapped.get(session);
        if (known != null) {
            return known;
        }
        for (SessionWrap wrap : directory.sessions()) {
            if (wrap.isOf(group)) {
                Secret secret = identity(kind).unwrap(wrap.wrapped(), kind.purpose());
                unwrapped.put(session, secret);
                return secret;
            }
        }
        throw new NotAuthenticException("its session's secret is not in the directory");
    }

    private HybridIdentity identity(PackKind kind) throws VaultException {
        Optional<HybridIdentity> identity = kind == PackKind.CONTENT ? keys.reader() : keys.cataloguer();
        String needed = kind == PackKind.CONTENT
                ? "reading contents needs a reader's or an owner's"
                : "reading names and trees needs a cataloguer's, a reader's or an owner's";
        return identity.orElseThrow(
                () -> new VaultException.NotPermitted("this is a " + Words.of(keys.role()) + "'s key: " + needed));
    }
}
