package holdfast.server.incident;

import java.time.Instant;

/**
 * Somebody was told, or told us.
 *
 * @param party such as {@code GIRO-SO}, {@code CSTCB}, {@code PCPD}, {@code Security Bureau}, {@code System manager}
 * @param outside whether the party is outside the department
 * @param ruleId the rule that this fulfils, or empty
 * @param channel telephone, e-mail, in person, by hand
 * @param at when it took place
 * @param said what was said
 * @param reference their case reference, or empty
 */
public record Contacted(
        String party, boolean outside, String ruleId, String channel, Instant at, String said, String reference) {}
