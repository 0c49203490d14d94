package holdfast.server.procedure;

import holdfast.server.place.SiteId;
import holdfast.server.record.ActorId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of a departure before it happens. Everything a rule may look at is here, and is kept with the hand-over:
 * so a finding can be recomputed years later from what was known then.
 *
 * @param giver who would let the cases go
 * @param carrier who would carry them
 * @param carrierHoldsKeys whether the carrier is also a key holder: then the keys would travel with the media, in one
 *     person
 * @param from where they leave
 * @param to where they go
 * @param usualDuration how long this route usually takes; empty if the route is not a registered one
 * @param departure the moment that is judged
 * @param due when they must have arrived
 * @param guideline where the carrier stands towards the guideline in force
 * @param cases what would travel, sorted by case
 * @param shares key shares on this trip by tape set: a share is key material
 * @param exposure what would be exposed if the cases never arrived
 */
public record Facts(
        ActorId giver,
        ActorId carrier,
        boolean carrierHoldsKeys,
        SiteId from,
        SiteId to,
        Optional<Duration> usualDuration,
        Instant departure,
        Instant due,
        GuidelineStanding guideline,
        List<CaseFacts> cases,
        Map<String, Shares> shares,
        ExposureFacts exposure) {

    public Facts {
        cases = cases.stream().sorted(Comparator.comparing(CaseFacts::id)).toList();
        shares = java.util.Collections.unmodifiableMap(new TreeMap<>(shares));
    }

    /** Where a person stands towards the guideline in force. */
    public enum GuidelineStanding {
        /** None has been issued: nobody can have read it. */
        NONE_ISSUED,
        NOT_ACKNOWLEDGED,
        ACKNOWLEDGED
    }

    /**
     * A case that would travel.
     *
     * @param seal the number of the seal it was closed with, if any
     * @param sealedBy who put the seal on, if it is sealed
     * @param classification the label on the outside, if any
     * @param keyMaterial things in the case that open media, in words ("recovery password in an envelope")
     */
    public record CaseFacts(
            String id,
            Optional<String> seal,
            Optional<ActorId> sealedBy,
            Optional<String> classification,
            List<MediumFacts> media,
            List<String> keyMaterial) {
        public CaseFacts {
            media = media.stream()
                    .sorted(Comparator.comparing(MediumFacts::barcode))
                    .toList();
            keyMaterial = List.copyOf(keyMaterial);
        }
    }

    /** A cartridge in a case. {@code encrypted} only if every byte on it lies under a key of its own. */
    public record MediumFacts(String barcode, Optional<String> classification, boolean encrypted, boolean legalHold) {}

    /** How many key shares of one tape set would travel, and how many are enough to rebuild its key. */
    public record Shares(int travelling, int enough) {}

    /**
     * What the exposure engine answered.
     *
     * @param persons persons whose data lies on the media, as far as is known
     * @param unknownAtMost further persons at most, on media whose contents Holdfast does not know
     * @param onlyCopy the restore point that would be lost with these media, if they are the only copy
     */
    public record ExposureFacts(long persons, long unknownAtMost, Optional<Instant> onlyCopy) {}
}
