package holdfast.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.access.Role;
import holdfast.server.media.Disposals;
import holdfast.server.media.Stocktakes;
import holdfast.server.media.Whereabouts;
import holdfast.server.procedure.Procedures;
import holdfast.server.record.ActorId;
import holdfast.server.testing.HoldfastTest;
import holdfast.tape.Barcode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The desk of a site in a browser, without REST; and every act of it tried by those who may not. */
@HoldfastTest
class DeskTest {
    private final Desk desk;

    DeskTest(ApplicationContext context, @LocalServerPort int port) {
        this.desk = new Desk(context, port);
    }

    @Test
    void aForeignCartridgeIsRegisteredWithABoundAndNotWithout() {
        Map<String, String> form = desk.cartridgeForm("FR%04dL5".formatted(Desk.next()));
        form.put("origin", "FOREIGN");
        form.put("software", "OtherBackup 9");
        form.put("contents", "payroll of 2011");
        form.put("encryption", "none known");
        desk.as(desk.operator).post("/media/new", form);
        assertThat(desk.page(desk.operator, "/media/new")).contains("Say what wrote it");
        form.put("atMost", "5000");
        desk.as(desk.operator).post("/media/new", form);
        assertThat(desk.page(desk.operator, "/media/" + form.get("barcode"))).contains("unknown, at most 5,000");
    }

    @Test
    void whoeverCarriesOrOnlyManagesRegistersAndPacksNothing() {
        String barcode = desk.registered();
        String box = desk.packedCase(desk.registered());
        for (ActorId one : new ActorId[] {desk.courier, desk.manager, desk.person(Role.AUDITOR)}) {
            assertThat(desk.as(one).get("/media/new").statusCode()).isEqualTo(403);
            assertThat(desk.as(one).get("/cases/new").statusCode()).isEqualTo(403);
            assertThat(desk.as(one).get("/media/found").statusCode()).isEqualTo(403);
            desk.forbidden(one, "/media/new", desk.cartridgeForm("XX%04dL9".formatted(Desk.next())));
            desk.forbidden(one, "/cases/" + box + "/pack", Map.of("barcodes", barcode));
            desk.forbidden(one, "/cases/" + box + "/unpack", Map.of("barcodes", barcode));
            desk.forbidden(one, "/cases/" + box + "/seal", Map.of("seal", desk.seal()));
            desk.forbidden(one, "/cases/" + box + "/declare", Map.of("label", "SECRET"));
            assertThat(desk.page(one, "/cases/" + box))
                    .doesNotContain("/pack\"")
                    .doesNotContain("/seal\"");
            assertThat(desk.page(one, "/media")).doesNotContain("/media/new");
        }
    }

    @Test
    void aDisposalTakesTwoPersonsInTheBrowserToo() {
        String barcode = desk.registered();
        String page = "/media/" + barcode;
        desk.forbidden(desk.giver, page + "/disposal", Map.of("reason", "worn out"));
        desk.done(desk.manager, page + "/disposal", Map.of("reason", "worn out"));
        assertThat(desk.page(desk.manager, page))
                .contains("other than you", "worn out")
                .doesNotContain("/disposal/done");
        desk.forbidden(desk.manager, page + "/disposal/done", Map.of("certificate", "CERT-1"));
        desk.forbidden(desk.operator, page + "/disposal/done", Map.of("certificate", "CERT-1"));
        desk.done(desk.manager, page + "/hold", Map.of("reason", "HCMP 12/2025"));
        ActorId other = desk.person(Role.HEAD);
        desk.done(other, page + "/disposal/done", Map.of("certificate", "CERT-1"));
        assertThat(desk.page(other, page)).as("refused, and said so").contains("HCMP 12/2025");
        assertThat(desk.whereabouts(barcode)).isInstanceOf(Whereabouts.AtSite.class);
        desk.forbidden(desk.operator, page + "/hold/end", Map.of("reason", "I say so"));
        desk.done(desk.manager, page + "/hold/end", Map.of("reason", "judgment given"));
        desk.done(other, page + "/disposal/done", Map.of("certificate", "CERT-1"));
        assertThat(desk.whereabouts(barcode)).isInstanceOf(Whereabouts.Disposed.class);
        assertThat(desk.service(Disposals.class).waiting(new Barcode(barcode))).isEmpty();
    }

    @Test
    void aCountIsGivenBlindAndItsDifferenceIsExplainedBySomebodyElse() {
        String here = desk.registered();
        String gone = desk.registered();
        desk.forbidden(desk.receiver, "/stocktakes", Map.of("site", desk.tower.value()));
        desk.forbidden(desk.giver, "/stocktakes/rhythm", Map.of("site", desk.tower.value(), "days", "300"));
        desk.done(desk.manager, "/stocktakes/rhythm", Map.of("site", desk.tower.value(), "days", "30"));
        String count = desk.done(desk.giver, "/stocktakes", Map.of("site", desk.tower.value()));
        assertThat(desk.page(desk.giver, count))
                .contains("Scan every cartridge")
                .doesNotContain(here);
        assertThat(desk.page(desk.manager, count)).doesNotContain(here).doesNotContain(gone);
        desk.forbidden(desk.operator, count, Map.of("barcodes", here));
        desk.done(desk.giver, count, Map.of("barcodes", here + "\n!!", "cases", ""));
        assertThat(desk.page(desk.giver, count))
                .as("a mistyped number is said, and nothing is lost")
                .contains("A barcode has");
        desk.done(desk.giver, count, Map.of("barcodes", here, "cases", ""));
        assertThat(desk.page(desk.giver, count)).contains(gone, "nobody saw it").doesNotContain("Explain it");
        String finding = desk.service(Stocktakes.class)
                .at(desk.tower)
                .getFirst()
                .findings()
                .getFirst()
                .id()
                .toString();
        desk.forbidden(desk.giver, "/stocktakes/findings/" + finding, Map.of("explanation", "it is in my drawer"));
        desk.done(desk.manager, "/stocktakes/findings/" + finding, Map.of("explanation", "it was in the drive"));
        assertThat(desk.page(desk.manager, count)).contains("it was in the drive");
    }

    @Test
    void aProcedureIsProposedByOneAndPutInForceByAnother() {
        Map<String, String> form = new HashMap<>(Map.of("title", "Desk", "reason", "tried", "rules", "two-persons"));
        desk.forbidden(desk.operator, "/procedures/new", form);
        String version = desk.done(desk.manager, "/procedures/new", form);
        assertThat(version).matches(".*/procedures/\\d+");
        assertThat(desk.page(desk.manager, version)).doesNotContain("/approve");
        desk.done(desk.manager, version + "/approve", Map.of());
        int number = Integer.parseInt(version.replaceAll(".*/", ""));
        assertThat(desk.service(Procedures.class).inForce().number()).isNotEqualTo(number);
        desk.forbidden(desk.operator, version + "/approve", Map.of());
        desk.forbidden(desk.operator, "/guidelines/new", Map.of("title.EN", "x"));
        desk.forbidden(desk.courier, "/guidelines/suggested", Map.of());
        assertThat(desk.page(desk.person(Role.HEAD), version)).contains("/approve", "no longer asked");
        assertThat(desk.page(desk.operator, "/procedures")).doesNotContain("/procedures/new");
    }

    @Test
    void aDrillIsRecordedOnlyByItsOutcome() {
        desk.forbidden(desk.courier, "/drills", Map.of("outcome", "{}"));
        desk.done(desk.operator, "/drills", Map.of("outcome", "{\"scenario\":\"seven-tapes\"}"));
        assertThat(desk.page(desk.operator, "/drills")).contains("is missing");
        desk.done(desk.operator, "/drills", Map.of("outcome", """
                {"scenario":"seven-tapes","people":{"onLostMedia":76000,"bruteForce":75999},"cartridges":{"lost":7},
                 "minutes":{"dueToHead":30},"restore":{"identical":true},"ledger":{"verified":true},"wallSeconds":46.1}
                """));
        assertThat(desk.page(desk.operator, "/drills"))
                .contains("76,000 persons", "came to another number", "not all proved");
    }
}
