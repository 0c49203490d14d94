package holdfast.vault.copy;

/**
 * What a copy did.
 *
 * @param objects how many were copied, {@code bytes} together
 * @param present how many were there already
 */
public record CopyResult(long objects, long bytes, long present) {}
