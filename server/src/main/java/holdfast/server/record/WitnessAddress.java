package holdfast.server.record;

import java.net.URI;

/**
 * Where a witness is reached, and the key that its cosignatures must verify under.
 *
 * @param url  its submission prefix; {@code add-checkpoint} is called below it
 * @param vkey its public key as C2SP writes it: {@code name+keyid+key}
 */
public record WitnessAddress(URI url, String vkey) {}
