package holdfast.server.drill;

import static holdfast.server.drill.Words.count;
import static holdfast.server.drill.Words.list;
import static holdfast.server.drill.Words.size;

import java.util.List;

/** The rows S1 to S17: a thing that the event showed, what this drill did about it, and where that is still thin. */
final class EventRows {
    /** @param thin a plain word where Holdfast does less than it should, or empty */
    record Row(String id, String event, String done, String thin) {}

    private final Outcomes found;

    private EventRows(Outcomes found) {
        this.found = found;
    }

    static List<Row> of(Outcomes found) {
        EventRows rows = new EventRows(found);
        return List.of(
                rows.media(),
                rows.transit(),
                rows.rotation(),
                rows.container(),
                rows.encryption(),
                rows.silence(),
                rows.investigation(),
                rows.reports(),
                rows.risk(),
                rows.noUse(),
                rows.persons(),
                rows.notices(),
                rows.procedures(),
                rows.people(),
                rows.guidelines(),
                rows.methods(),
                rows.enquiries());
    }

    private Row media() {
        Found.Written written = found.get(Found.Written.class);
        return new Row(
                "S1",
                "Magnetic backup tapes",
                count(written.barcodes().size(), "cartridge") + " registered and written, " + size(written.bytes())
                        + " in all: " + list(written.barcodes()),
                "written to virtual drives; a real SCSI library follows");
    }

    private Row transit() {
        Found.Departed departed = found.get(Found.Departed.class);
        return new Row(
                "S2",
                "Lost between two offices by staff on a known day",
                "released at " + Words.time(departed.released()) + " by one person and taken by another, due "
                        + Words.time(departed.due()) + "; both acts signed in and in the ledger",
                "the drill signs in a session; device keys are enrolled over REST only");
    }

    private Row rotation() {
        Found.Raised raised = found.get(Found.Raised.class);
        return new Row(
                "S3",
                "An ordinary transfer of the recovery procedure",
                "the schedule '" + raised.schedule() + "' raised the transfer at " + Words.time(raised.due())
                        + "; nobody had to remember it",
                "the runbook for using the vaulted media is text");
    }

    private Row container() {
        Found.Departed departed = found.get(Found.Departed.class);
        return new Row(
                "S4",
                "A locked protective case",
                "case " + departed.caseId() + " under seal " + departed.seal() + ", read back at the release",
                "the camera reads the barcodes of cartridges; seal numbers are typed");
    }

    private Row encryption() {
        Found.Keys keys = found.get(Found.Keys.class);
        return new Row(
                "S5",
                "AES-256 encryption",
                keys.cipher() + " from the first byte after the label; keys at " + list(keys.places())
                        + ", none on a cartridge",
                "software key stores; the HSM is not wired into the server yet");
    }

    private Row silence() {
        Found.Rang rang = found.get(Found.Rang.class);
        return new Row(
                "S6",
                "A report a month later",
                "nobody reported anything: the alarm rang by itself after "
                        + Words.minutes(rang.due(), rang.alarm()) + ", the manager heard after "
                        + Words.minutes(rang.due(), rang.manager()) + ", the head of office after "
                        + Words.minutes(rang.due(), rang.head()),
                "alarms go by e-mail; SMS and push follow");
    }

    private Row investigation() {
        Found.Confirmed confirmed = found.get(Found.Confirmed.class);
        return new Row(
                "S7",
                "Confirmed upon investigation",
                "incident " + confirmed.incident() + ": onset " + Words.time(confirmed.onset()) + ", suspicion "
                        + Words.time(confirmed.suspicion()) + ", awareness " + Words.time(confirmed.awareness())
                        + ", kept apart; the time line comes from the ledger",
                "");
    }

    private Row reports() {
        Found.Reports reports = found.get(Found.Reports.class);
        long open = reports.all().stream().mapToLong(Found.Report::open).sum();
        return new Row(
                "S8",
                "Reports to the Police, the Privacy Commissioner, the Security Bureau and the Digital Policy Office",
                count(reports.all().size(), "report") + " filled from the ledger as PDF and JSON, each with its clock; "
                        + count(open, "field") + " left visibly open for a person",
                "filing itself is by the authority's own form or portal");
    }

    private Row risk() {
        Found.Keys keys = found.get(Found.Keys.class);
        return new Row(
                "S9",
                "Risk of leakage extremely low",
                count(keys.quarantined(), "key") + " quarantined; the assessment cites cipher, places of the keys and "
                        + "every use since the release",
                "what it cannot see: " + String.join(" ", keys.cannotSee()));
    }

    private Row noUse() {
        Found.Keys keys = found.get(Found.Keys.class);
        return new Row(
                "S10",
                "No evidence that the data has been read",
                keys.usesSinceRelease() == 0
                        ? "no use of any of the keys between the release and the quarantine"
                        : count(keys.usesSinceRelease(), "use") + " of the keys since the release",
                "");
    }

    private Row persons() {
        Found.Exposed exposed = found.get(Found.Exposed.class);
        Found.Recounted recounted = found.get(Found.Recounted.class);
        return new Row(
                "S11",
                "About 76 000 individuals, creditors and staff",
                count(exposed.persons(), "person") + " on the lost cartridges (" + Words.parts(exposed.byCategory())
                        + "), without the cartridges; counted again by brute force: "
                        + count(recounted.persons(), "person"),
                "");
    }

    private Row notices() {
        Found.Notices notices = found.get(Found.Notices.class);
        return new Row(
                "S12",
                "Notifications by batches",
                count(notices.email(), "e-mail") + " and " + count(notices.letter(), "letter") + " in "
                        + count(notices.batches(), "batch") + ", approved by a second person; the sender was killed at "
                        + count(notices.acceptedAtKill(), "message") + " and resumed: " + notices.duplicates()
                        + " sent twice, " + notices.missing() + " left out",
                notices.inDoubt() == 0
                        ? ""
                        : count(notices.inDoubt(), "message")
                                + " in doubt: a person asks the receiver, which is not ours.");
    }

    private Row procedures() {
        return new Row(
                "S13",
                "Transit procedures refined with immediate effect",
                "a stricter version was published; the next departure was refused: "
                        + found.get(Found.Answered.class).refused(),
                "");
    }

    private Row people() {
        return new Row(
                "S14",
                "An investigation into the staff and the delay",
                "who held what and when, and who was told what and when, stand in the incident's time line",
                "findings and actions are notes; no interview planner");
    }

    private Row guidelines() {
        return new Row(
                "S15",
                "Staff reminded of the guidelines",
                "the guideline was issued and acknowledged; without the courier's acknowledgement the departure is refused",
                "");
    }

    private Row methods() {
        Found.Copied copied = found.get(Found.Copied.class);
        Found.Restored restored = found.get(Found.Restored.class);
        return new Row(
                "S16",
                "Safer and more effective backup methods",
                size(copied.bytes()) + " were copied to the second site over the network beforehand; from there "
                        + count(restored.files(), "file") + " were restored, "
                        + (restored.identical() ? "identical to the byte" : "not identical"),
                "the comparison of methods on one's own figures follows, and so does dispersal k of n");
    }

    private Row enquiries() {
        Found.Answered answered = found.get(Found.Answered.class);
        return new Row(
                "S17",
                "A statement, a telephone number, an e-mail address",
                "a draft statement in three languages; a person with a reference asked on the public page and read: “"
                        + answered.answer() + "”; a telephone enquiry was logged",
                "");
    }
}
