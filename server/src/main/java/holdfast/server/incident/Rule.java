package holdfast.server.incident;

import holdfast.server.platform.Phrase;
import java.util.List;

/**
 * One row of the table of authorities: who must be told what, from when, how soon.
 *
 * @param id stable, such as {@code hk-c2}
 * @param regime whose rule it is; a department chooses its regimes
 * @param edition of the text it was taken from
 * @param source the place in that text
 * @param read how the text was read: what was not read in the primary text is shown as 'unverified'
 * @param startsAt the mark from which it runs, by the main text
 * @param duration ISO 8601, such as {@code PT48H} or {@code P7D}; empty where none is given
 * @param stricter other marks from which another passage of the text would have it run
 * @param repeat ISO 8601, empty where it is done once
 * @param form the report that fulfils it; empty where a call does
 * @param approver who must approve before it goes out; empty where nobody
 * @param waiver who may decide that it is not done; empty where nobody
 */
public record Rule(
        String id,
        String regime,
        String edition,
        String source,
        Read read,
        Condition appliesIf,
        Mark startsAt,
        String duration,
        Counting counting,
        List<Mark> stricter,
        String repeat,
        String form,
        String what,
        String channel,
        String from,
        String to,
        String approver,
        String waiver,
        String note) {
    /** How the text behind a rule was read. */
    public enum Read {
        /** In the primary text. */
        PRIMARY,
        /** Somewhere else. */
        SECONDARY,
        /** From memory: check before anything rests on it. */
        RECALLED
    }

    /** How the duration is counted. */
    public enum Counting {
        /** Through nights and holidays, to the minute. */
        HOURS,
        /** Calendar days; how they are counted is not defined, so the strictest reading is the target. */
        CALENDAR_DAYS,
        /** 'As soon as possible': no time to be late by. */
        SOON,
        /** There is a period, but its text was not read. */
        UNREAD
    }

    /** What is to be done, to be said in any language; {@link #what} is the English. */
    public Phrase whatSaid() {
        return Phrase.of("rule." + id + ".what");
    }

    /** Who is to be told, to be said in any language; {@link #to} is the English. */
    public Phrase toSaid() {
        return Phrase.of("rule." + id + ".to");
    }

    /** Whether the rule must be shown as unverified. */
    public boolean unverified() {
        return read != Read.PRIMARY;
    }
}
