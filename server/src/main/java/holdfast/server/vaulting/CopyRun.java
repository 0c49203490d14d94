package holdfast.server.vaulting;

import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import java.time.Instant;

/**
 * One copy of the vault that was finished.
 *
 * @param objects  copied now, {@code bytes} together
 * @param present  there already
 * @param verified objects whose hash, computed there, was compared with the one computed here, now
 * @param digest   SHA-256 over the lines {@code name sha256} of everything verified there so far, sorted by name
 */
public record CopyRun(
        SiteId to, Instant at, ActorId by, long objects, long bytes, long present, long verified, String digest) {}
