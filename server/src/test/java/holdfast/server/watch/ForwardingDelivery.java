package holdfast.server.watch;

import holdfast.server.delivery.Alert;
import holdfast.server.delivery.Delivery;
import holdfast.server.delivery.Told;
import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import java.util.List;

/** A delivery that passes everything on, for tests to break in one place. */
class ForwardingDelivery implements Delivery {
    private final Delivery delivery;

    ForwardingDelivery(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void tell(ActorId to, Alert alert) {
        delivery.tell(to, alert);
    }

    @Override
    public List<Told> told(Ref about) {
        return delivery.told(about);
    }

    @Override
    public List<Told> toldTo(ActorId person, int n) {
        return delivery.toldTo(person, n);
    }

    @Override
    public int sendWaiting() {
        return delivery.sendWaiting();
    }
}
