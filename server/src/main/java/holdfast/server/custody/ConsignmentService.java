package holdfast.server.custody;

import holdfast.server.access.Forbidden;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.custody.RefusedException.Reason;
import holdfast.server.delivery.News;
import holdfast.server.media.CaseId;
import holdfast.server.place.SiteId;
import holdfast.server.platform.Phrase;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import holdfast.tape.Barcode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The front of the module: runs each act in a transaction, and records every refusal in one of its own, because what was
 * tried and forbidden matters to whoever investigates.
 */
@Service
class ConsignmentService implements Consignments {

    private final ConsignmentStore store;
    private final DeclarationStore declarations;
    private final Planning planning;
    private final Departures departures;
    private final Releases releases;
    private final Receipts receipts;
    private final Losses losses;
    private final Finds finds;
    private final Recorder recorder;
    private final Seniors seniors;
    private final TransactionTemplate work;
    private final TransactionTemplate apart;

    ConsignmentService(
            ConsignmentStore store,
            DeclarationStore declarations,
            Planning planning,
            Departures departures,
            Releases releases,
            Receipts receipts,
            Losses losses,
            Finds finds,
            Recorder recorder,
            Seniors seniors,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.declarations = declarations;
        this.planning = planning;
        this.departures = departures;
        this.releases = releases;
        this.receipts = receipts;
        this.losses = losses;
        this.finds = finds;
        this.recorder = recorder;
        this.seniors = seniors;
        this.work = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public ConsignmentId plan(NewConsignment consignment, ActorId by) {
        return attempt(
                "plan",
                new Ref("site", consignment.legs().getFirst().from().value()),
                by,
                () -> planning.plan(consignment, by));
    }

    @Override
    public Outlook consider(NewConsignment consignment, ActorId giver) {
        return read(() -> {
            planning.demandPossible(consignment);
            return departures.outlook(consignment, giver);
        });
    }

    @Override
    public List<CaseId> free(SiteId site) {
        return read(() -> planning.free(site));
    }

    @Override
    public void cancel(ConsignmentId id, String reason, ActorId by) {
        attempt("cancel", id.ref(), by, () -> planning.cancel(id, reason, by));
    }

    @Override
    public void declare(CaseDeclaration declaration, ActorId by) {
        attempt("declare", new Ref("case", declaration.box().value()), by, () -> planning.declare(declaration, by));
    }

    @Override
    public Optional<CaseDeclaration> declared(CaseId box) {
        return read(() -> declarations.newest(box));
    }

    @Override
    public DepartureView departure(ConsignmentId id, ActorId giver) {
        return read(() -> {
            Consignment consignment = store.consignment(id);
            return departures.view(consignment, Releases.next(consignment), giver);
        });
    }

    @Override
    public DepartureView taking(ConsignmentId id) {
        return read(() -> {
            Consignment consignment = store.consignment(id);
            Leg leg = Releases.released(consignment);
            ActorId giver = leg.last(HandOver.Kind.RELEASE).orElseThrow().by();
            return departures.view(consignment, leg, giver);
        });
    }

    @Override
    public HandOver release(ConsignmentId id, Confirmation confirmation, ActorId giver) {
        return attempt("release", id.ref(), giver, () -> releases.release(id, confirmation, giver));
    }

    @Override
    public HandOver take(ConsignmentId id, Confirmation confirmation, ActorId carrier) {
        return attempt("take", id.ref(), carrier, () -> releases.take(id, confirmation, carrier));
    }

    @Override
    public Receipt receive(ConsignmentId id, BlindCount count, ActorId receiver) {
        return attempt("receive", id.ref(), receiver, () -> receipts.receive(id, count, receiver));
    }

    @Override
    public void confirmLost(ConsignmentId id, Set<Barcode> cartridges, String basis, ActorId by) {
        attempt("confirm lost", id.ref(), by, () -> losses.confirmLost(id, cartridges, basis, by));
    }

    @Override
    public void found(Barcode cartridge, SiteId at, String circumstances, ActorId by) {
        attempt("report found", Refs.of(cartridge), by, () -> finds.found(cartridge, at, circumstances, by));
    }

    @Override
    public void foundCase(CaseId box, SiteId at, Set<Barcode> counted, String circumstances, ActorId by) {
        attempt(
                "report found",
                new Ref("case", box.value()),
                by,
                () -> finds.foundCase(box, at, counted, circumstances, by));
    }

    @Override
    public void settleInspection(ConsignmentId id, String finding, ActorId by) {
        attempt("settle inspection", id.ref(), by, () -> losses.settleInspection(id, finding, by));
    }

    @Override
    public Consignment consignment(ConsignmentId id) {
        return read(() -> store.consignment(id));
    }

    @Override
    public List<Consignment> underway() {
        return read(store::underway);
    }

    @Override
    public Set<Barcode> keptFrom(Person reader) {
        return Blindness.covered(underway(), reader);
    }

    @Override
    public List<Consignment> all() {
        return read(store::all);
    }

    @Override
    public List<Consignment> of(Barcode cartridge) {
        return read(() -> store.of(cartridge));
    }

    private <T> T read(Supplier<T> question) {
        return Objects.requireNonNull(work.execute(status -> question.get()));
    }

    private void attempt(String what, Ref about, ActorId by, Runnable act) {
        attempt(what, about, by, () -> {
            act.run();
            return true;
        });
    }

    private <T> T attempt(String what, Ref about, ActorId by, Supplier<T> act) {
        try {
            return Objects.requireNonNull(work.execute(status -> act.get()));
        } catch (RefusedException refused) {
            note(what, refused.reason().name(), about, by);
            throw refused;
        } catch (Forbidden forbidden) {
            note(what, "NOT_PERMITTED", about, by);
            throw forbidden;
        }
    }

    private void note(String what, String reason, Ref about, ActorId by) {
        apart.executeWithoutResult(status -> {
            recorder.record(by, "handover.refused", Map.of("what", what, "reason", reason), about);
            if (reason.equals(Reason.WRONG_SEAL.name())) {
                News news = new News(
                        Phrase.of("told.seal.subject", about.id()),
                        Phrase.of("told.seal.body", seniors.name(by), Phrase.of("told.seal." + what)),
                        about);
                seniors.tell(news, Role.MANAGER);
            }
        });
    }
}
