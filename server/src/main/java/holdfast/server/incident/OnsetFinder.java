package holdfast.server.incident;

import holdfast.server.media.Cartridges;
import holdfast.server.media.Possession;
import holdfast.server.watch.RungReached;
import holdfast.server.watch.Watch;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Proposes when the loss can have happened, from the record alone. */
@Component
class OnsetFinder {
    private final Cartridges cartridges;
    private final Watch watch;
    private final InstantSource clock;

    OnsetFinder(Cartridges cartridges, Watch watch, InstantSource clock) {
        this.cartridges = cartridges;
        this.watch = watch;
        this.clock = clock;
    }

    /** From the earliest last proven possession among its cartridges to the first due time that passed in silence. */
    Optional<OnsetWindow> propose(Incident incident) {
        List<Possession> proven = incident.barcodes().stream()
                .flatMap(one -> cartridges.find(one).stream())
                .map(one -> one.lastProven())
                .toList();
        return proven.stream().min(Comparator.comparing(Possession::when)).map(first -> {
            Instant until = missed(incident);
            String basis = "last proven possession by " + first.who() + " (" + first.where() + "), until "
                    + "the first hand-over that was missed";
            return new OnsetWindow(first.when(), until, basis, Optional.of(first.entry()));
        });
    }

    private Instant missed(Incident incident) {
        return watch.rang(incident.about()).stream()
                .map(RungReached::dueAt)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> incident.at(Mark.SUSPICION).orElse(clock.instant()));
    }
}
