package holdfast.server.procedure;

import holdfast.server.record.ActorId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Version 0: what Holdfast demands of a departure until the office has published its own rules. */
final class BasicProcedure {

    static final List<Rule> RULES = List.of(
            new Rule.TwoPersons(),
            new Rule.SealPresent(),
            new Rule.KeysApart(),
            new Rule.GuidelineAcknowledged(),
            new Rule.ReadableByNobody(),
            new Rule.DueWithin(Duration.ofHours(24)));

    private BasicProcedure() {}

    static ProcedureVersion version() {
        return new ProcedureVersion(
                0,
                ProcedureTexts.text(Locale.ENGLISH, "procedure.basic.title"),
                ProcedureTexts.text(Locale.ENGLISH, "procedure.basic.reason"),
                RULES,
                ActorId.SYSTEM,
                Optional.empty(),
                Optional.of(Instant.EPOCH));
    }
}
