package holdfast.server.incident;

import holdfast.server.access.People;
import holdfast.server.access.Person;
import holdfast.server.media.Cartridges;
import holdfast.server.media.Possession;
import holdfast.server.platform.Phrase;
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
    private final People people;
    private final Watch watch;
    private final InstantSource clock;

    OnsetFinder(Cartridges cartridges, People people, Watch watch, InstantSource clock) {
        this.cartridges = cartridges;
        this.people = people;
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
            Phrase basis = Phrase.of(
                    "basis.onset",
                    people.find(first.who())
                            .map(Person::name)
                            .orElse(first.who().value()),
                    first.where());
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
