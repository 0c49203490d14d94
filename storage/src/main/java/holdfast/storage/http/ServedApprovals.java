package holdfast.storage.http;

import java.io.IOException;
import java.util.HexFormat;

/** Believes the owner's signature, over a challenge that serves once. Thread-safe. */
final class ServedApprovals {
    private final Gate gate;
    private final Challenges challenges;

    ServedApprovals(Gate gate, Challenges challenges) {
        this.gate = gate;
        this.challenges = challenges;
    }

    String challenge() {
        return challenges.give();
    }

    /**
     * Uses up the challenge.
     *
     * @param challenge that the words contain
     * @throws RefusedException if the owner did not sign these words, or the challenge does not serve any more
     */
    void demand(StoreExchange exchange, String challenge, byte[] words) throws IOException, RefusedException {
        byte[] signature;
        try {
            signature = HexFormat.of()
                    .parseHex(exchange.header(OwnersWord.SIGNATURE_HEADER).orElse(""));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(400, "the signature is not hexadecimal");
        }
        if (!gate.approves(words, signature)) {
            throw new RefusedException(403, "the vault's owner did not sign for this");
        }
        if (!challenges.use(challenge)) {
            throw new RefusedException(OwnersWord.CHALLENGE_GONE, "this challenge was used, or is too old");
        }
    }
}
