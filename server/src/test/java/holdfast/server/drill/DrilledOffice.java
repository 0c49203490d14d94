package holdfast.server.drill;

import holdfast.server.HoldfastServer;
import holdfast.server.custody.BlindCount;
import holdfast.server.custody.ConsignmentId;
import holdfast.server.custody.Consignments;
import holdfast.server.custody.NewConsignment;
import holdfast.server.incident.IncidentId;
import holdfast.server.media.CaseId;
import holdfast.server.media.SealNumber;
import holdfast.server.media.SetId;
import holdfast.server.notice.Batch;
import holdfast.server.notice.BatchPlan;
import holdfast.server.notice.Enquiries;
import holdfast.server.notice.Notices;
import holdfast.server.notice.SenderRun;
import holdfast.server.platform.RunningServer;
import holdfast.server.platform.ServerOptions;
import holdfast.server.platform.ServerOptions.Listen;
import holdfast.server.procedure.Procedures;
import holdfast.server.procedure.Rule;
import holdfast.server.vaulting.VaultReader;
import holdfast.tape.Barcode;
import holdfast.vault.model.SnapshotId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The drill's office on the morning of the event, made by the drill's own stages and left open: the loss is confirmed,
 * the reports are ready, some notices are sent and the rest wait, one question was asked at the desk. For tests that
 * look at the console. One thread drives it.
 */
public final class DrilledOffice implements AutoCloseable {
    private static final int PEOPLE = 400;
    private static final int CARTRIDGES = 3;
    private static final Duration A_TRIP = Duration.ofHours(2);
    private static final String FROM = "notice@office.invalid";

    private static final List<Stage> UNTIL_THE_REPORTS = List.of(
            new StageOffice(),
            new StageSecondSite(),
            new StageData(),
            new StageBackUp(),
            new StageCopy(),
            new StageRotation(),
            new StageWrite(),
            new StagePack(),
            new StageDepart(),
            new StageSilence(),
            new StageConfirm(),
            new StageReport());

    private final Path folder;
    private final RunningServer server;
    private final Drill drill;
    private final Mailbox mailbox;
    private final long emails;
    private int trips;

    private DrilledOffice(Path folder, RunningServer server, Drill drill) throws Exception {
        this.folder = folder;
        this.server = server;
        this.drill = drill;
        for (Stage stage : UNTIL_THE_REPORTS) {
            stage.run(drill);
        }
        this.mailbox = Mailbox.open(drill);
        this.emails = plan();
    }

    /** Starts and fills it: about ten seconds. */
    public static DrilledOffice open() throws Exception {
        Path folder = Files.createTempDirectory("holdfast-browser-");
        // As root, the database's account must be able to pass through.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        DrillClock clock = new DrillClock(Scenario.MORNING);
        RunningServer server = HoldfastServer.start(
                new ServerOptions(folder.resolve("data"), freePort(), Listen.THIS_MACHINE, clock, false, false));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        DrillProgress progress = new DrillProgress(nowhere, false, ServerOptions.systemClock());
        return new DrilledOffice(folder, server, new Drill(options(folder), clock, server, progress));
    }

    private static DrillOptions options(Path folder) {
        return new DrillOptions(
                PEOPLE,
                CARTRIDGES,
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                1,
                Optional.empty(),
                Optional.of(folder),
                true,
                0,
                false);
    }

    /** Passkeys are bound to an origin, so the port must be known before the server starts. */
    public static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    public RunningServer server() {
        return server;
    }

    /** Where the console is, without a slash at the end. */
    public String address() {
        return "http://localhost:" + server.port();
    }

    /** Everybody of the office signs in with it. */
    public String password() {
        return drill.password();
    }

    public <T> T service(Class<T> type) {
        return server.service(type);
    }

    /** Lets time pass, and the server's due work of that moment run. */
    public void pass(Duration time) {
        drill.leapTo(drill.clock().instant().plus(time));
    }

    /** A case on its way, as its carrier knows it. */
    public record OnTheWay(String consignment, String caseId, String seal, String barcode) {}

    /** How far a trip has come. */
    public enum Come {
        PLANNED,
        RELEASED,
        TAKEN,
        /** Counted: the case came under another seal, and without its cartridge. */
        PARTIAL
    }

    /** Writes a cartridge, packs and seals it, plans its trip to the second site, and begins it as far as wished. */
    public OnTheWay trip(Come far) throws IOException {
        trips++;
        String barcode = "HF9%03dL9".formatted(trips);
        CaseId box = new CaseId("K-2" + trips);
        SealNumber seal = new SealNumber("00500" + trips);
        StageWrite.register(drill, new Barcode(barcode));
        StageWrite.write(
                drill,
                new SetId("DAILY-" + trips),
                SnapshotId.parse(drill.found().get(Found.Saved.class).snapshot()),
                List.of(new Barcode(barcode)));
        StagePack.close(drill, box, seal, List.of(barcode));
        Consignments consignments = service(Consignments.class);
        ConsignmentId id = consignments.plan(
                new NewConsignment(
                        Office.TOWER.id(),
                        Office.QUEENSWAY.id(),
                        Set.of(box),
                        Office.COURIER,
                        drill.clock().instant().plus(A_TRIP)),
                Office.OPERATOR);
        if (far != Come.PLANNED) {
            consignments.release(id, consignments.departure(id, Office.GIVER).confirm(seal), Office.GIVER);
        }
        if (far == Come.TAKEN || far == Come.PARTIAL) {
            consignments.take(id, consignments.taking(id).confirm(seal), Office.COURIER);
        }
        if (far == Come.PARTIAL) {
            Map<CaseId, SealNumber> read = Map.of(box, new SealNumber("009999"));
            consignments.receive(id, BlindCount.signedIn(Office.QUEENSWAY.id(), read, Set.of()), Office.RECEIVER);
        }
        return new OnTheWay(id.value(), box.value(), seal.value(), barcode);
    }

    public String incident() {
        return StageReport.incident(drill).toString();
    }

    /** The consignment that never arrived. */
    public String lostConsignment() {
        return StageDepart.consignment(drill).id().value();
    }

    /** A cartridge that was on it. */
    public String lostCartridge() {
        return drill.found().get(Found.Packed.class).barcodes().getFirst();
    }

    public String lostCase() {
        return StagePack.MISSING.value();
    }

    /** The reference that stands in somebody's notice; notices must have been sent. */
    public String reference() throws IOException {
        return References.fromANotice(drill);
    }

    /** Somebody telephones; a stricter procedure is proposed and waits for the head of office. */
    public void goOn() throws IOException {
        service(Enquiries.class)
                .log(
                        StageReport.incident(drill),
                        Enquiries.Way.TELEPHONE,
                        reference(),
                        "Can anybody read the tapes?",
                        "No sign of it.",
                        Office.DPO);
        List<Rule> rules = new ArrayList<>(StageOffice.RULES);
        rules.add(new Rule.ClassificationLabel());
        service(Procedures.class)
                .propose(new Procedures.NewProcedure("Transit, refined", "After the loss.", rules), Office.MANAGER);
    }

    /** Starts the sender on everything that waits; at most so many mails a second, 0 for no limit. */
    public SenderRun send(int perSecond) {
        IncidentId incident = StageReport.incident(drill);
        return service(Notices.class).start(incident, mailbox.route(FROM), perSecond, Office.DPO);
    }

    /** Sends about half of the notices and stops, as a sender that was ended would. */
    public void sendHalf() throws Exception {
        IncidentId incident = StageReport.incident(drill);
        SenderRun run = send(0);
        mailbox.awaitHalfway(service(Notices.class), incident, emails);
        run.kill();
        run.ended().get();
        mailbox.letGo();
    }

    private long plan() throws Exception {
        Notices notices = service(Notices.class);
        IncidentId incident = StageReport.incident(drill);
        try (VaultReader key = Keyholders.openReader(drill, "names and addresses for the notices of " + incident)) {
            BatchPlan plan = notices.plan(incident, key, Office.DPO);
            plan.batches().forEach(batch -> notices.approve(batch.id(), Office.HEAD));
            return plan.batches().stream()
                    .filter(batch -> batch.channel() == holdfast.server.notice.Channel.EMAIL)
                    .mapToLong(Batch::notices)
                    .sum();
        }
    }

    @Override
    public void close() throws Exception {
        drill.close();
        server.close();
        Folders.deleteAll(folder);
    }
}
