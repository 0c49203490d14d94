package holdfast.server.exposure;

import holdfast.server.media.ArchiveRun;
import holdfast.server.media.ArchiveRuns;
import holdfast.server.media.Archived;
import holdfast.server.media.Cartridge;
import holdfast.server.media.Cartridges;
import holdfast.server.vaulting.Replication;
import holdfast.server.vaulting.Vaults;
import holdfast.storage.ObjectName;
import holdfast.storage.ObjectStore;
import holdfast.tape.Barcode;
import holdfast.vault.tree.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a loss would mean besides the persons: who could read it, which data and restore points would go. */
@Component
class Forecasts {
    private final Cartridges cartridges;
    private final ArchiveRuns runs;
    private final Vaults vaults;
    private final Readability readability;
    private final Replication replication;
    private final ObjectProvider<ClockForecast> clocks;

    Forecasts(
            Cartridges cartridges,
            ArchiveRuns runs,
            Vaults vaults,
            Readability readability,
            Replication replication,
            ObjectProvider<ClockForecast> clocks) {
        this.cartridges = cartridges;
        this.runs = runs;
        this.vaults = vaults;
        this.readability = readability;
        this.replication = replication;
        this.clocks = clocks;
    }

    LossForecast of(Set<Barcode> lost, ExposureReport exposure) {
        try {
            Map<String, Long> only = onlyThere(lost);
            return new LossForecast(
                    exposure,
                    readability.of(lost),
                    only.values().stream().mapToLong(Long::longValue).sum(),
                    restorePoint(lost, only.keySet()),
                    clocks.stream()
                            .flatMap(clock -> clock.ifLost(exposure).stream())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("What would be lost cannot be told: the vault does not open.", e);
        }
    }

    /** Objects on these cartridges, with their sizes, that no other copy holds. */
    private Map<String, Long> onlyThere(Set<Barcode> lost) throws IOException {
        Map<String, Long> objects = new HashMap<>();
        runs.on(lost).forEach(object -> objects.put(object.object(), object.bytes()));
        Set<Barcode> others = cartridges.all().stream()
                .filter(cartridge -> cartridge.whereabouts().held())
                .map(Cartridge::barcode)
                .filter(barcode -> !lost.contains(barcode))
                .collect(Collectors.toSet());
        if (!others.isEmpty()) {
            runs.on(others).stream().map(Archived::object).forEach(objects::remove);
        }
        if (!objects.isEmpty()) {
            objects.keySet().removeAll(inTheVault(objects.keySet()));
        }
        if (!objects.isEmpty()) {
            objects.keySet().removeAll(replication.heldElsewhere());
        }
        return objects;
    }

    private Set<String> inTheVault(Set<String> objects) throws IOException {
        ObjectStore store = vaults.store();
        Set<String> there = new HashSet<>();
        for (String object : objects) {
            if (store.exists(new ObjectName(object))) {
                there.add(object);
            }
        }
        return there;
    }

    /** The newest snapshot of which an object would be gone. */
    private Optional<Instant> restorePoint(Set<Barcode> lost, Set<String> gone) throws IOException {
        if (gone.isEmpty()) {
            return Optional.empty();
        }
        Set<String> written = runs.runsOn(lost).stream()
                .map(ArchiveRun::snapshot)
                .map(ref -> ref.snapshot())
                .collect(Collectors.toSet());
        List<Snapshot> snapshots = vaults.catalogue().snapshots().reversed();
        for (Snapshot snapshot : snapshots) {
            boolean broken = written.contains(snapshot.id().toString())
                    && vaults.catalogue().objectsOf(snapshot.id()).stream()
                            .anyMatch(object -> gone.contains(object.name().value()));
            if (broken) {
                return Optional.of(snapshot.time());
            }
        }
        return Optional.empty();
    }
}
