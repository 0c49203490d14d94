package holdfast.server.api;

import holdfast.server.access.Permits;
import holdfast.server.procedure.ProcedureVersion;
import holdfast.server.procedure.Procedures;
import holdfast.server.procedure.Procedures.NewProcedure;
import holdfast.server.procedure.Rule;
import java.security.Principal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The rules of transit over HTTP: to read, to propose, and to approve what somebody else proposed. */
@RestController
@RequestMapping("/api/procedures")
class ProcedureApi {

    private final Procedures procedures;
    private final Permits permits;

    ProcedureApi(Procedures procedures, Permits permits) {
        this.procedures = procedures;
        this.permits = permits;
    }

    record VersionJson(
            int number,
            String title,
            String reason,
            Map<String, Map<String, String>> rules,
            String proposedBy,
            @Nullable String approvedBy,
            @Nullable Instant since,
            boolean inForce) {}

    /** Rules by id, each with its parameters: {@code {"two-persons": {}, "exposure-ceiling": {"persons": "80000"}}}. */
    record Proposal(
            @Nullable String title,
            @Nullable String reason,
            @Nullable LinkedHashMap<String, Map<String, String>> rules) {}

    @GetMapping
    List<VersionJson> all(Principal principal) {
        permits.demand(Given.caller(principal));
        int inForce = procedures.inForce().number();
        return procedures.history().stream().map(one -> json(one, inForce)).toList();
    }

    /** Proposes a whole new list of rules; it judges nothing until somebody else approves it. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    VersionJson propose(@RequestBody Proposal proposal, Principal principal) {
        List<Rule> rules = Given.needed(proposal.rules(), "rules").entrySet().stream()
                .map(one -> Rule.of(one.getKey(), one.getValue()))
                .toList();
        NewProcedure neu =
                new NewProcedure(Given.text(proposal.title(), "title"), Given.text(proposal.reason(), "reason"), rules);
        return json(
                procedures.propose(neu, Given.caller(principal)),
                procedures.inForce().number());
    }

    @PostMapping("/{number}/approve")
    VersionJson approve(@PathVariable int number, Principal principal) {
        return json(procedures.approve(number, Given.caller(principal)), number);
    }

    private static VersionJson json(ProcedureVersion one, int inForce) {
        Map<String, Map<String, String>> rules = new LinkedHashMap<>();
        one.rules().forEach(rule -> rules.put(rule.id(), rule.parameters()));
        return new VersionJson(
                one.number(),
                one.title(),
                one.reason(),
                rules,
                one.proposedBy().value(),
                one.approvedBy().map(Object::toString).orElse(null),
                one.builtIn() ? null : one.since().orElse(null),
                one.number() == inForce);
    }
}
