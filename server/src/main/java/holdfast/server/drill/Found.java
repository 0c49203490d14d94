package holdfast.server.drill;

import holdfast.subjects.RegisterSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The kinds of outcome that stages hand on to later ones and to the report. All figures are counted, none assumed. */
final class Found {
    private Found() {}

    /** The files that are backed up, and which of them are registers. */
    record Source(Path folder, List<RegisterSpec> registers, List<Path> registerFiles, long bytes, String says) {}

    /** What went in: the registers' persons, and the rows that could not be read (file:line and why). */
    record People(long total, Map<String, Long> byCategory, List<String> brokenRows) {}

    /** The backup. */
    record Saved(String snapshot, long files, long bytes, long storedBytes) {}

    /** What the backup learned of persons; {@code warnings} name each row that could not be read. */
    record Registered(long persons, List<String> warnings) {}

    /** The copy at the second site, made before anything travelled. */
    record Copied(long objects, long bytes) {}

    /** The transfer that the rotation schedule raised. */
    record Raised(UUID transfer, String schedule, Instant due) {}

    /** The cartridges written; the spare one is of the next set and does not travel. */
    record Written(String set, List<String> barcodes, long bytes, String spare) {}

    /** The cases packed: the one that goes missing, and the one with the rest, if any. */
    record Packed(String caseId, String seal, List<String> barcodes, List<String> others) {}

    /** The case on its way: 'if this case never arrives' as it was answered before the departure. */
    record Departed(
            String consignment,
            String caseId,
            String seal,
            Instant released,
            Instant due,
            long forecastPersons,
            String readableBy,
            String findings) {}

    /** When whom the alarm reached, by the drill's clock. */
    record Rang(Instant due, Instant alarm, Instant manager, Instant head, List<Heard> heard) {
        /** Minutes from the due time, in tenths. */
        double minutesTo(Instant then) {
            return Math.round(Duration.between(due, then).toSeconds() / 6.0) / 10.0;
        }
    }

    /** One rung of the ladder. */
    record Heard(Instant at, String rung, List<String> people) {}

    /** The incident as it stood once confirmed. */
    record Confirmed(String incident, Instant onset, Instant suspicion, Instant awareness, List<String> lost) {}

    /** Who is on the lost media, by the index. */
    record Exposed(
            long persons, Map<String, Long> byCategory, Map<String, Long> byKind, Map<String, Long> byLanguage) {}

    /** The keys of the lost cartridges. */
    record Keys(int quarantined, long usesSinceRelease, String cipher, List<String> places, List<String> cannotSee) {}

    /** An authority's report: {@code dueAt} null where the authority only says 'as soon as practicable'. */
    record Report(
            String authority, String title, String dueAt, boolean overdue, boolean ready, int open, String file) {}

    /** All authority reports, and the draft of the public statement. */
    record Reports(List<Report> all, String statement) {}

    /** The notices, by the sender's table and by the receiver's record. */
    record Notices(
            long email,
            long letter,
            long duplicates,
            long missing,
            long inDoubt,
            long settled,
            boolean resumedAfterKill,
            long killedPid,
            long acceptedAtKill,
            int batches) {
        long total() {
            return email + letter;
        }
    }

    /** When, by the drill's clock, the last notice had gone out. */
    record Told(Instant at) {}

    /** What persons and the next departure met afterwards. */
    record Answered(String reference, String answer, String enquiry, String refused) {}

    /** The data restored from the second site. */
    record Restored(long files, long bytes, boolean identical, String firstDifference) {}

    /** The brute-force count, by other code than the index. */
    record Recounted(long persons, Map<String, Long> byCategory, long chunks, long usesByCheck) {}

    /** The ledger, verified offline from its folder. */
    record Verified(long entries, boolean verified, long witnessed, String says) {}
}
