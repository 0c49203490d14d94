package holdfast.server.incident;

import holdfast.server.platform.Phrase;
import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import holdfast.tape.Barcode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An incident file as it stands.
 *
 * @param openedBy {@link ActorId#SYSTEM} where the deadline opened it
 * @param how how it came to be opened
 * @param about what was expected and did not come: {@code consignment:C-000001}
 * @param cartridges each with its state in this incident
 * @param marks those set, as last set
 * @param history every setting of every mark, the oldest first
 */
public record Incident(
        IncidentId id,
        String title,
        Instant openedAt,
        ActorId openedBy,
        Phrase how,
        Ref about,
        Stage stage,
        Map<Barcode, CartridgeFate> cartridges,
        Map<Mark, Moment> marks,
        List<Moment> history) {
    /** How far it has come. */
    public enum Stage {
        /** Something did not come; nobody has confirmed a loss. */
        SUSPECTED,
        /** The head confirmed a loss. */
        CONFIRMED,
        /** What was missing is in hand again; the duty to look into it stays. */
        FOUND,
        /** Closed, with a reason. */
        RESOLVED
    }

    /** What became of a cartridge, as far as this incident knows. */
    public enum CartridgeFate {
        MISSING,
        LOST,
        FOUND
    }

    public Incident {
        cartridges = Map.copyOf(cartridges);
        marks = Map.copyOf(marks);
        history = List.copyOf(history);
    }

    /** Whether the clock opened it, not a person. */
    public boolean openedByTheDeadline() {
        return openedBy.equals(ActorId.SYSTEM);
    }

    public Optional<Instant> at(Mark mark) {
        return Optional.ofNullable(marks.get(mark)).map(Moment::at);
    }

    /** All its cartridges, whatever became of them. */
    public Set<Barcode> barcodes() {
        return cartridges.keySet();
    }

    /** Those that nobody has counted since, nor confirmed lost. */
    public Set<Barcode> missing() {
        return with(CartridgeFate.MISSING);
    }

    /** Those confirmed lost and not found again. */
    public Set<Barcode> lost() {
        return with(CartridgeFate.LOST);
    }

    /** Those in hand again. */
    public Set<Barcode> found() {
        return with(CartridgeFate.FOUND);
    }

    private Set<Barcode> with(CartridgeFate fate) {
        return cartridges.entrySet().stream()
                .filter(one -> one.getValue() == fate)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
