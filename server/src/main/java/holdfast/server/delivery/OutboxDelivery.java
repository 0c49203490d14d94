package holdfast.server.delivery;

import holdfast.server.access.People;
import holdfast.server.platform.Beat;
import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import jakarta.annotation.PreDestroy;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Service
class OutboxDelivery implements Delivery, Beat {
    private final Outbox outbox;
    private final OutboxSender sender;
    private final People people;
    private final InstantSource clock;
    private final ExecutorService afterCommit = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().name("delivery").daemon().unstarted(task));

    OutboxDelivery(Outbox outbox, OutboxSender sender, People people, InstantSource clock) {
        this.outbox = outbox;
        this.sender = sender;
        this.people = people;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(ActorId to, Alert alert) {
        outbox.add(people.person(to).id(), alert, clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                afterCommit.execute(OutboxDelivery.this::sendWaiting);
            }
        });
    }

    @Override
    public List<Told> told(Ref about) {
        return outbox.about(about);
    }

    @Override
    public List<Told> toldTo(ActorId person, int n) {
        return outbox.toldTo(person, n);
    }

    @Override
    public synchronized int sendWaiting() {
        int sent = 0;
        OutboxSender.Outcome outcome = sender.sendNext();
        while (outcome != OutboxSender.Outcome.NOTHING) {
            sent += outcome == OutboxSender.Outcome.SENT ? 1 : 0;
            outcome = sender.sendNext();
        }
        sender.hangUp();
        return sent;
    }

    @Override
    public String name() {
        return "sending alerts";
    }

    @Override
    public void beat() {
        sendWaiting();
    }

    @PreDestroy
    void stop() {
        afterCommit.shutdown();
    }
}
