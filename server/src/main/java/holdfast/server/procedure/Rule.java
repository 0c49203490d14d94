package holdfast.server.procedure;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One rule of a procedure: looks at the facts of a departure and says what stands against it. A rule is data (it is
 * stored with its version as its {@link #id() id} and {@link #parameters() parameters}) and judges without looking at
 * anything but the facts.
 */
public sealed interface Rule {

    /** The id of {@link DueWithin}. */
    String DUE_WITHIN = "due-within";

    /** The id of {@link ExposureCeiling}. */
    String EXPOSURE_CEILING = "exposure-ceiling";

    /** Every rule that there is, by id, in the order in which a procedure usually asks them. */
    List<String> IDS = List.of(
            "two-persons",
            "guideline-acknowledged",
            "seal-present",
            "keys-apart",
            "classification-label",
            "readable-by-nobody",
            "route-permitted",
            DUE_WITHIN,
            EXPOSURE_CEILING,
            "not-the-only-copy");

    /** The name under which the rule is stored and its texts are found; never reused for another meaning. */
    String id();

    /** What is set on this rule, by name; empty for most. */
    default Map<String, String> parameters() {
        return Map.of();
    }

    /**
     * The rule of this id, as {@link #id} and {@link #parameters} gave them.
     *
     * @throws IllegalArgumentException if there is no such rule, or a parameter is missing or malformed
     */
    static Rule of(String id, Map<String, String> parameters) {
        return RuleCodec.rule(id, parameters);
    }

    /** What stands against the departure; an empty list if nothing does. */
    List<Finding> judge(Facts facts);

    /** One person gives, another carries, and the carrier is not the one who sealed the case. */
    record TwoPersons() implements Rule {
        @Override
        public String id() {
            return "two-persons";
        }

        @Override
        public List<Finding> judge(Facts facts) {
            return PersonRules.twoPersons(this, facts);
        }
    }

    /** The carrier has acknowledged the guideline in force. */
    record GuidelineAcknowledged() implements Rule {
        @Override
        public String id() {
            return "guideline-acknowledged";
        }

        @Override
        public List<Finding> judge(Facts facts) {
            return PersonRules.guidelineAcknowledged(this, facts);
        }
    }

    /** Every case is closed with a numbered seal, and there is at least one case with something in it. */
    record SealPresent() implements Rule {
        @Override
        public String id() {
            return "seal-present";
        }

        @Override
        public List<Finding> judge(Facts facts) {
            return CaseRules.sealPresent(this, facts);
        }
    }

    /**
     * Keys do not travel with the media (G3 12.1(b)(v)): none in a case, fewer shares of a set than rebuild its key, and
     * the carrier holds no keys.
     */
    record KeysApart() implements Rule {
        @Override
        public String id() {
            return "keys-apart";
        }

        @Override
        public List<Finding> judge(Facts facts) {
            return CaseRules.keysApart(this, facts);
        }
    }

    /** Every case and every medium bears a classification label (G3 10.2). */
    record ClassificationLabel() implements Rule {
        @Override
        public String id() {
            return "classification-label";
        }

        @Override
        public List<Finding> judge(Facts facts) {
            return CaseRules.classificationLabel(this, facts);
        }
    }

    /** Nobody can read a medium without a key that lies elsewhere: every one is encrypted as a whole. */
    record ReadableByNobody() implements Rule {
        @Override
        public String id() {
            return "readable-by-nobody";
        }

        @Override
        public List<Finding> judge(Facts facts) {
            return CaseRules.readableByNobody(this, facts);
        }
    }

    /** The way from here to there is a registered route. */
    record RoutePermitted() implements Rule {
        @Override
        public String id() {
            return "route-permitted";
        }

        @Override
        public List<Finding> judge(Facts facts) {
            return TripRules.routePermitted(this, facts);
        }
    }

    /** The due time lies ahead, and no further than {@code most}: a trip planned far too long keeps the alarm silent. */
    record DueWithin(Duration most) implements Rule {
        @Override
        public String id() {
            return DUE_WITHIN;
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of("most", most.toString());
        }

        @Override
        public List<Finding> judge(Facts facts) {
            return TripRules.dueWithin(this, facts);
        }
    }

    /** At most this many persons are exposed if the whole departure is lost; what is unknown counts with its bound. */
    record ExposureCeiling(long persons) implements Rule {
        @Override
        public String id() {
            return EXPOSURE_CEILING;
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of("persons", Long.toString(persons));
        }

        @Override
        public List<Finding> judge(Facts facts) {
            return TripRules.exposureCeiling(this, facts);
        }
    }

    /** The media are not the only copy of what lies on them. */
    record NotTheOnlyCopy() implements Rule {
        @Override
        public String id() {
            return "not-the-only-copy";
        }

        @Override
        public List<Finding> judge(Facts facts) {
            return TripRules.notTheOnlyCopy(this, facts);
        }
    }
}
