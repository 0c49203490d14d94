package holdfast.vault.copy;

import holdfast.storage.ObjectName;
import java.util.List;

/**
 * What a copy did.
 *
 * @param objects how many were copied, {@code bytes} together
 * @param present how many were there already
 * @param damaged what was not copied because its bytes are not those that it is named for
 */
public record CopyResult(long objects, long bytes, long present, List<ObjectName> damaged) {}
