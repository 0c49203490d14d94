package holdfast.crypto;

import java.time.Instant;

/**
 * One line of a key store's journal.
 *
 * @param sequence counted from 0 without gaps
 * @param at by the clock of the program that used the key
 */
public record JournalledUse(long sequence, Instant at, KeyName key, String purpose) {}
