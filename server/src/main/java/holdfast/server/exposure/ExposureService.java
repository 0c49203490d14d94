package holdfast.server.exposure;

import holdfast.server.media.ArchiveRuns;
import holdfast.server.media.Archived;
import holdfast.server.media.Cartridges;
import holdfast.server.media.Origin;
import holdfast.server.vaulting.Vaults;
import holdfast.storage.ObjectName;
import holdfast.subjects.index.ExposureUnion;
import holdfast.subjects.index.Pseudonym;
import holdfast.tape.Barcode;
import holdfast.vault.model.ChunkId;
import holdfast.vault.model.PackId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Joins what lies on the cartridges with what lies in the packs and who lies in the chunks. */
@Service
class ExposureService implements Exposure {
    private final Cartridges cartridges;
    private final ArchiveRuns runs;
    private final Vaults vaults;
    private final PersonIndexes indexes;
    private final Forecasts forecasts;

    ExposureService(
            Cartridges cartridges, ArchiveRuns runs, Vaults vaults, PersonIndexes indexes, Forecasts forecasts) {
        this.cartridges = cartridges;
        this.runs = runs;
        this.vaults = vaults;
        this.indexes = indexes;
        this.forecasts = forecasts;
    }

    @Override
    public ExposureReport of(Set<Barcode> lost) {
        ExposureUnion union = union(lost);
        List<UnreadRow> unread = union.unread().stream()
                .map(row -> new UnreadRow(row.file(), row.line(), row.reason(), row.atMost()))
                .toList();
        long behindRows = unread.stream().mapToLong(UnreadRow::atMost).sum();
        return new ExposureReport(
                union.persons(),
                union.byCategory(),
                union.byKind(),
                union.byLanguage(),
                unread,
                behindRows + onForeign(lost));
    }

    @Override
    public LossForecast ifLost(Set<Barcode> lost) {
        return forecasts.of(lost, of(lost));
    }

    @Override
    public Map<String, Set<String>> kindsByCategory(Set<Barcode> lost) {
        return union(lost).kindsByCategory();
    }

    @Override
    public SubjectSet subjects(Set<Barcode> lost) {
        return new SubjectSet(union(lost).people().stream()
                .map(Pseudonym::toString)
                .map(SubjectId::new)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private ExposureUnion union(Set<Barcode> lost) {
        try {
            Set<ChunkId> chunks = chunksOn(lost);
            return ExposureUnion.of(chunks.isEmpty() ? List.of() : indexes.newestFirst(), chunks);
        } catch (IOException e) {
            throw new UncheckedIOException("The exposure cannot be told: the vault's index does not open.", e);
        }
    }

    private Set<ChunkId> chunksOn(Set<Barcode> lost) throws IOException {
        Set<PackId> packs = new HashSet<>();
        for (Archived object : runs.on(lost)) {
            PackId.of(new ObjectName(object.object()))
                    .filter(_ -> object.data())
                    .ifPresent(packs::add);
        }
        Set<ChunkId> chunks = new HashSet<>();
        for (PackId pack : packs) {
            chunks.addAll(vaults.catalogue().chunksIn(pack));
        }
        return chunks;
    }

    private long onForeign(Set<Barcode> lost) {
        return lost.stream()
                .flatMap(barcode -> cartridges.find(barcode).stream())
                .mapToLong(
                        cartridge -> cartridge.origin() instanceof Origin.Foreign foreign ? foreign.personsAtMost() : 0)
                .sum();
    }
}
