package holdfast.server.testing;

import holdfast.server.delivery.Alert;
import holdfast.server.delivery.Delivery;
import holdfast.server.delivery.Told;
import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remembers who was told what, also if the transaction rolls back. */
final class FakeDelivery implements Delivery {
    private final List<Told> told = new ArrayList<>();

    @Override
    public synchronized void tell(ActorId to, Alert alert) {
        told.add(new Told(told.size(), to, alert, Told.State.WAITING, Instant.EPOCH, Optional.empty(), 0, ""));
    }

    @Override
    public synchronized List<Told> told(Ref about) {
        return told.stream().filter(each -> each.alert().about().equals(about)).toList();
    }

    @Override
    public synchronized List<Told> toldTo(ActorId person, int n) {
        return told.stream().filter(each -> each.to().equals(person)).limit(n).toList();
    }

    @Override
    public int sendWaiting() {
        return 0;
    }
}
