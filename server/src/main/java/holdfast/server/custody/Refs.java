package holdfast.server.custody;

import holdfast.server.media.CaseId;
import holdfast.server.record.Ref;
import holdfast.tape.Barcode;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What an entry about a hand-over can be found by: the consignment, its cases, and every cartridge in them. */
final class Refs {

    private Refs() {}

    static Ref[] of(ConsignmentId id, Map<CaseId, Set<Barcode>> load) {
        return of(id, load.keySet(), Departures.all(load));
    }

    static Ref[] of(ConsignmentId id, Collection<CaseId> boxes, Collection<Barcode> cartridges) {
        return Stream.of(
                        Stream.of(id.ref()),
                        boxes.stream().map(box -> new Ref("case", box.value())),
                        cartridges.stream().map(Refs::of))
                .flatMap(refs -> refs)
                .toArray(Ref[]::new);
    }

    static Ref of(Barcode cartridge) {
        return new Ref("cartridge", cartridge.value());
    }
}
