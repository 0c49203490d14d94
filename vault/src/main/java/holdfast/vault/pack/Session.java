package holdfast.vault.pack;

import holdfast.crypto.HybridRecipient;
import holdfast.crypto.Secret;
import holdfast.vault.model.GroupId;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One backup's secret for groups of one kind, wrapped for those who may open them, and the count of its groups. No
 * number is given twice, so no group key is used twice.
 */
public final class Session {
    private final SessionWrap wrap;
    private final Secret secret;
    private final AtomicInteger next = new AtomicInteger();

    public Session(PackKind kind, HybridRecipient recipient, SecureRandom random) {
        byte[] id = new byte[16];
        random.nextBytes(id);
        ByteBuffer buffer = ByteBuffer.wrap(id);
        this.secret = Secret.random(random, 32);
        this.wrap = new SessionWrap(buffer.getLong(), buffer.getLong(), recipient.wrap(secret, kind.purpose(), random));
    }

    public SessionWrap wrap() {
        return wrap;
    }

    public Secret secret() {
        return secret;
    }

    public GroupId nextGroup() {
        return new GroupId(wrap.high(), wrap.low(), next.getAndIncrement());
    }
}
