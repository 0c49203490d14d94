package holdfast.server.drill;

import holdfast.ledger.LedgerVerifier;
import holdfast.ledger.Verification;
import holdfast.server.record.LedgerBook;
import java.io.IOException;

/** The ledger, verified from its folder alone, as an auditor would who believes nobody. */
final class StageVerify implements Stage {
    @Override
    public String title() {
        return "Verifying the ledger offline";
    }

    @Override
    public String run(Drill drill) throws IOException {
        LedgerBook book = drill.service(LedgerBook.class);
        book.integrate();
        Verification verification = LedgerVerifier.verify(drill.folder().ledger());
        long recorded = book.status().size();
        String says = verification.whole()
                ? "verified offline, " + Words.number(verification.witnessedSize()) + " witnessed by the second site"
                : "broken: " + verification.breaks().getFirst();
        drill.found()
                .add(new Found.Verified(verification.size(), verification.whole(), verification.witnessedSize(), says));
        drill.checks().add("the ledger verifies offline", verification.whole(), says);
        drill.checks().same("every recorded act is in it", recorded, verification.size());
        drill.checks()
                .same("the second site has witnessed all of it", verification.size(), verification.witnessedSize());
        return Words.number(verification.size()) + " entries, " + says;
    }
}
