package holdfast.server.console.custody;

import holdfast.server.console.page.Names;
import holdfast.server.console.say.Say;
import holdfast.server.custody.Consignment;
import java.time.Instant;
import java.util.stream.Collectors;

/** A consignment in a list. */
public record TransitRow(
        String id, String way, String carrier, String cases, int cartridges, Instant due, Standing standing) {
    /** A row; {@code cartridges} is 0 before anything has left, and where the reader is {@code blind} to it. */
    static TransitRow of(Consignment one, boolean blind, Names names, Say say) {
        String way = say.text(
                "transit.way",
                names.of(one.legs().getFirst().from()),
                names.of(one.legs().getLast().to()));
        String cases = one.cases().stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
        return new TransitRow(
                one.id().value(),
                way,
                names.of(one.leg().carrier()),
                cases,
                blind ? 0 : one.cartridges().size(),
                one.leg().due(),
                Standing.of(one, blind, say));
    }
}
