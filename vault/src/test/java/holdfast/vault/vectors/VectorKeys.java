package holdfast.vault.vectors;

import holdfast.crypto.HybridIdentity;
import holdfast.crypto.Secret;
import holdfast.crypto.SigningKey;

/** Every key of the golden vault, from the seed. */
final class VectorKeys {
    static final String PASSPHRASE = "correct horse – Straße";

    final byte[] vaultId;
    final SigningKey owner;
    final SigningKey reader;
    final SigningKey cataloguer;
    final SigningKey writer;
    final SigningKey otherWriter;
    final SigningKey stranger;
    final SigningKey formerWriter;
    final HybridIdentity forReader;
    final HybridIdentity forCataloguer;
    final Secret index;
    final Secret contentIds;
    final Secret treeIds;
    final byte[] ownerFile;
    final byte[] readerFile;
    final byte[] cataloguerFile;
    final byte[] writerFile;

    VectorKeys(SeededRandom random) {
        vaultId = random.bytes(16);
        owner = SigningKey.generate(random);
        reader = SigningKey.generate(random);
        cataloguer = SigningKey.generate(random);
        writer = SigningKey.generate(random);
        otherWriter = SigningKey.generate(random);
        stranger = SigningKey.generate(random);
        forReader = HybridIdentity.generate(random);
        forCataloguer = HybridIdentity.generate(random);
        index = Secret.random(random, 32);
        contentIds = Secret.random(random, 32);
        treeIds = Secret.random(random, 32);
        ownerFile = random.bytes(32);
        readerFile = random.bytes(32);
        cataloguerFile = random.bytes(32);
        writerFile = random.bytes(32);
        formerWriter = SigningKey.generate(random);
    }
}
