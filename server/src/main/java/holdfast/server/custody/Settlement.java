package holdfast.server.custody;

import holdfast.server.custody.Consignment.TravelState;
import holdfast.server.record.ActorId;
import holdfast.server.watch.Watch;
import org.springframework.stereotype.Component;

/** Ends the wait for a leg when every cartridge of it is accounted for: counted, found, or confirmed lost. */
@Component
class Settlement {

    private final ConsignmentStore store;
    private final Watch watch;

    Settlement(ConsignmentStore store, Watch watch) {
        this.store = store;
        this.watch = watch;
    }

    /** Called after the states of cartridges have changed; does nothing on a leg that was settled before. */
    void settle(ConsignmentId id, Leg leg, ActorId by) {
        if (!leg.state().underway()) {
            return;
        }
        Consignment now = store.consignment(id);
        if (!now.open().isEmpty()) {
            store.state(id, leg.number(), LegState.PARTIAL);
            return;
        }
        boolean anyLost = !now.in(TravelState.LOST).isEmpty();
        store.state(id, leg.number(), anyLost ? LegState.LOST : LegState.ARRIVED);
        watch.fulfil(leg.expectation().orElseThrow(), by);
        boolean nothingLeft = store.engaged(id).isEmpty();
        if (nothingLeft || leg.number() == now.legs().size()) {
            store.cancelAfter(id, leg.number());
            store.disengage(id);
        }
    }
}
