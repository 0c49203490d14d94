package holdfast.server.api;

import holdfast.server.access.People;
import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.api.ConsignmentJson.DepartureJson;
import holdfast.server.api.ConsignmentJson.HandOverJson;
import holdfast.server.api.ConsignmentJson.ReceiptJson;
import holdfast.server.api.ConsignmentJson.Summary;
import holdfast.server.api.ConsignmentJson.Whole;
import holdfast.server.custody.Blindness;
import holdfast.server.custody.Consignment;
import holdfast.server.custody.ConsignmentId;
import holdfast.server.custody.Consignments;
import holdfast.server.record.ActorId;
import java.security.Principal;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Consignments and hand-overs over HTTP. */
@RestController
@RequestMapping("/api/consignments")
class ConsignmentApi {

    private final Consignments consignments;
    private final People people;
    private final Permits permits;

    ConsignmentApi(@Lazy Consignments consignments, People people, Permits permits) {
        this.consignments = consignments;
        this.people = people;
        this.permits = permits;
    }

    @GetMapping
    List<Summary> all(@RequestParam(defaultValue = "false") boolean underway, Principal principal) {
        permits.demand(Given.caller(principal));
        List<Consignment> found = underway ? consignments.underway() : consignments.all();
        return found.stream().map(ConsignmentJson::summary).toList();
    }

    @GetMapping("/{id}")
    Whole one(@PathVariable String id, Principal principal) {
        ActorId by = Given.caller(principal);
        permits.demand(by);
        Consignment one = consignments.consignment(new ConsignmentId(id));
        return ConsignmentJson.whole(one, Blindness.covers(one, people.person(by)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Whole plan(@RequestBody ConsignmentRequests.Plan plan, Principal principal) {
        ConsignmentId id = consignments.plan(plan.read(), Given.caller(principal));
        return ConsignmentJson.whole(consignments.consignment(id), false);
    }

    @PostMapping("/{id}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String id, @RequestBody ConsignmentRequests.Reason reason, Principal principal) {
        consignments.cancel(new ConsignmentId(id), reason.read(), Given.caller(principal));
    }

    @GetMapping("/{id}/departure")
    DepartureJson departure(@PathVariable String id, Principal principal) {
        ActorId by = Given.caller(principal);
        permits.demand(by, Role.SITE_OFFICER, Role.OPERATOR);
        return ConsignmentJson.departure(consignments.departure(new ConsignmentId(id), by), false);
    }

    @PostMapping("/{id}/release")
    HandOverJson release(
            @PathVariable String id, @RequestBody ConsignmentRequests.Confirm confirm, Principal principal) {
        return ConsignmentJson.handOver(
                consignments.release(new ConsignmentId(id), confirm.read(), Given.caller(principal)));
    }

    @GetMapping("/{id}/taking")
    DepartureJson taking(@PathVariable String id, Principal principal) {
        permits.demand(Given.caller(principal), Role.COURIER);
        return ConsignmentJson.departure(consignments.taking(new ConsignmentId(id)), true);
    }

    @PostMapping("/{id}/take")
    HandOverJson take(@PathVariable String id, @RequestBody ConsignmentRequests.Confirm confirm, Principal principal) {
        return ConsignmentJson.handOver(
                consignments.take(new ConsignmentId(id), confirm.read(), Given.caller(principal)));
    }

    @PostMapping("/{id}/receipts")
    @ResponseStatus(HttpStatus.CREATED)
    ReceiptJson receive(@PathVariable String id, @RequestBody ConsignmentRequests.Count count, Principal principal) {
        return ConsignmentJson.receipt(
                consignments.receive(new ConsignmentId(id), count.read(), Given.caller(principal)));
    }

    @PostMapping("/{id}/losses")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lost(@PathVariable String id, @RequestBody ConsignmentRequests.Loss loss, Principal principal) {
        consignments.confirmLost(
                new ConsignmentId(id),
                Given.barcodes(loss.cartridges()),
                Given.text(loss.basis(), "basis"),
                Given.caller(principal));
    }

    @PostMapping("/{id}/inspection")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void inspected(@PathVariable String id, @RequestBody ConsignmentRequests.Reason finding, Principal principal) {
        consignments.settleInspection(new ConsignmentId(id), finding.read(), Given.caller(principal));
    }
}
