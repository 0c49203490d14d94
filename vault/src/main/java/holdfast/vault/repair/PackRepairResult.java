package holdfast.vault.repair;

import holdfast.vault.model.PackId;
import java.util.List;

/**
 * What a repair of packs did.
 *
 * @param written packs of what was whole
 * @param deleted damaged packs
 * @param unsteady packs whose bytes were others than a moment before: left as they are
 */
public record PackRepairResult(List<PackId> written, List<PackId> deleted, List<PackId> unsteady) {}
