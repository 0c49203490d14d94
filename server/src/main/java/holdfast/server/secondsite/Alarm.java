package holdfast.server.secondsite;

import java.time.Instant;

/**
 * The second site rang.
 *
 * @param number from 1, in the order of ringing
 * @param kind   {@code silence}, {@code overdue}, {@code not-rung}, {@code clock-back}, {@code clock-apart},
 *               {@code own-clock-back} or {@code ledger-rewritten}
 * @param key    what it is about, so that one thing rings once
 * @param text   one paragraph for a person
 * @param at     by the second site's own clock
 */
public record Alarm(long number, String kind, String key, String text, Instant at) {}
