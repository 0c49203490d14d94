package holdfast.vault.repair;

import holdfast.storage.ObjectName;
import java.util.List;

/**
 * What a repair of the index did.
 *
 * @param packs that the index tells of now and did not before
 * @param deleted parts and marks
 */
public record IndexRepairResult(int packs, List<ObjectName> deleted) {}
