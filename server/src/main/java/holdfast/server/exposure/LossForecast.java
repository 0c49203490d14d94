package holdfast.server.exposure;

import holdfast.server.platform.Phrase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What it would mean if these cartridges never arrived.
 *
 * @param exposure the persons on them
 * @param readableBy who could read them: what Holdfast wrote, then what others wrote, as declared
 * @param bytesLost data that no other copy holds, in bytes of the vault's objects
 * @param restorePointLost the time of the newest backup that could no longer be restored; empty if every one can
 * @param clocks the reports that would become due
 */
public record LossForecast(
        ExposureReport exposure,
        List<Phrase> readableBy,
        long bytesLost,
        Optional<Instant> restorePointLost,
        List<Phrase> clocks) {
    /** The same for somebody who may have to count them: no cartridge is named. */
    public LossForecast unnamed() {
        return new LossForecast(
                exposure,
                readableBy.stream().map(Readability::unnamed).distinct().toList(),
                bytesLost,
                restorePointLost,
                clocks);
    }
}
