package holdfast.server.drill;

import holdfast.server.delivery.DrillReceiver;
import holdfast.server.delivery.MailRoute;
import holdfast.server.incident.IncidentId;
import holdfast.server.notice.CompletenessProof;
import holdfast.server.notice.Notices;
import holdfast.server.platform.CannotStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Where the notices go: the drill's own receiver, whose record can be asked, or somebody else's, whose cannot. */
sealed interface Mailbox {
    /**
     * What arrived, counted by the receiver's record and by the pages of the letters.
     *
     * @param duplicates messages with a Message-ID or a recipient that came before
     */
    record Count(long emails, long letters, long duplicates) {}

    MailRoute route(String from);

    /**
     * Returns when about half of the mails are accepted.
     *
     * @return how many were accepted at that moment
     */
    long awaitHalfway(Notices notices, IncidentId incident, long emails) throws Exception;

    /** Lets go of what it held back to make the moment of the kill. */
    void letGo() throws IOException;

    /** Whether its record can be asked whom it accepted mail for. */
    boolean keepsRecord();

    /** Settles what is in doubt by the receiver's record. @return how many were settled */
    long settle(Notices notices, IncidentId incident);

    Count count(Drill drill, CompletenessProof proof) throws IOException;

    static Mailbox open(Drill drill) throws IOException {
        if (drill.options().smtp().isPresent()) {
            return Foreign.at(drill.options().smtp().get());
        }
        return new Own(drill.beside(DrillReceiver.open(drill.folder().mail(), 0)));
    }

    /** The drill's own receiver. */
    record Own(DrillReceiver receiver) implements Mailbox {
        @Override
        public MailRoute route(String from) {
            return MailRoute.plain("127.0.0.1", receiver.port(), from);
        }

        /** Withholds a reply halfway, so that the kill falls between acceptance and its reply. */
        @Override
        public long awaitHalfway(Notices notices, IncidentId incident, long emails) throws Exception {
            return receiver.withholdFrom(Math.max(1, emails / 2)).get(5, TimeUnit.MINUTES);
        }

        @Override
        public void letGo() throws IOException {
            receiver.hangUp();
            receiver.release();
        }

        @Override
        public boolean keepsRecord() {
            return true;
        }

        @Override
        public long settle(Notices notices, IncidentId incident) {
            if (notices.inDoubt(incident).isEmpty()) {
                return 0;
            }
            Notices.Settlement settlement =
                    notices.settleInDoubt(incident, receiver::accepted, "the receiver's own record", Office.DPO);
            return settlement.accepted() + settlement.notAccepted();
        }

        @Override
        public Count count(Drill drill, CompletenessProof proof) throws IOException {
            receiver.close(); // finishes its files
            Set<String> messages = new HashSet<>();
            long duplicates = 0;
            List<String> lines =
                    Files.readAllLines(drill.folder().mail().resolve("messages.tsv"), StandardCharsets.UTF_8);
            for (String line : lines) {
                String[] columns = line.split("\t", -1);
                if (!messages.add(columns[1])) {
                    duplicates++;
                }
            }
            return new Count(messages.size(), Letters.pages(drill.folder().letters()), duplicates);
        }
    }

    /** Somebody else's receiver: the sender's own table is all we know. */
    record Foreign(String host, int port) implements Mailbox {
        static Foreign at(String address) {
            int colon = address.lastIndexOf(':');
            try {
                return new Foreign(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
            } catch (RuntimeException e) {
                throw new CannotStart("--smtp takes HOST:PORT, not '" + address + "'.");
            }
        }

        @Override
        public MailRoute route(String from) {
            return MailRoute.plain(host, port, from);
        }

        @Override
        public long awaitHalfway(Notices notices, IncidentId incident, long emails) throws Exception {
            long accepted = notices.progress(incident).accepted();
            while (accepted < emails / 2) {
                TimeUnit.MILLISECONDS.sleep(20);
                accepted = notices.progress(incident).accepted();
            }
            return accepted;
        }

        @Override
        public void letGo() {}

        @Override
        public boolean keepsRecord() {
            return false;
        }

        /** Nobody can be asked: what is in doubt stays listed for a person, and is never sent again blindly. */
        @Override
        public long settle(Notices notices, IncidentId incident) {
            return 0;
        }

        @Override
        public Count count(Drill drill, CompletenessProof proof) throws IOException {
            return new Count(proof.email(), Letters.pages(drill.folder().letters()), 0);
        }
    }
}
