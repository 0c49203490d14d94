package holdfast.storage.http;

import java.time.InstantSource;

/**
 * The one certificate that is believed.
 *
 * @param clock says whether it is still valid
 */
public record Pin(Fingerprint fingerprint, InstantSource clock) {}
