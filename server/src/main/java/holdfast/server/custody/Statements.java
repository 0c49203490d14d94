package holdfast.server.custody;

import holdfast.server.media.CaseId;
import holdfast.server.media.SealNumber;
import holdfast.tape.Barcode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The canonical texts that people sign: JSON with sorted names and no spaces, in UTF-8. A device builds the same text from
 * what its holder entered; an auditor rebuilds it from the record.
 */
public final class Statements {

    private Statements() {}

    /** What a giver or carrier signs. It binds, through the digest, everything that was shown. */
    public static String confirmation(ConsignmentId consignment, HandOver.Kind kind, Confirmation confirmation) {
        Map<String, Object> statement =
                head(confirmation.id(), consignment, kind, confirmation.sealsRead(), confirmation.signedAt());
        statement.put("shown", confirmation.shown().hex());
        return Canonical.json(statement);
    }

    /** What a receiver signs: all they found, nothing that was expected. */
    public static String count(ConsignmentId consignment, BlindCount count) {
        Map<String, Object> statement =
                head(count.id(), consignment, HandOver.Kind.RECEIVE, count.seals(), count.signedAt());
        statement.put("at", count.at().value());
        statement.put(
                "cartridges",
                count.cartridges().stream().map(Barcode::value).sorted().toList());
        return Canonical.json(statement);
    }

    private static Map<String, Object> head(
            HandOverId id,
            ConsignmentId consignment,
            HandOver.Kind kind,
            Map<CaseId, SealNumber> seals,
            Optional<Instant> signedAt) {
        Map<String, Object> statement = new TreeMap<>();
        statement.put("format", "holdfast-handover/1");
        statement.put("handOver", id.toString());
        statement.put("consignment", consignment.value());
        statement.put("kind", kind.name());
        statement.put("seals", Canonical.seals(seals));
        signedAt.ifPresent(at -> statement.put("signedAt", at.toString()));
        return statement;
    }
}
