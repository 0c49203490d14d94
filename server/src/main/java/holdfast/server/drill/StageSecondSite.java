package holdfast.server.drill;

import holdfast.server.secondsite.SecondSiteClient;
import holdfast.server.secondsite.SecondSiteProcess;
import holdfast.server.secondsite.SecondSites;
import java.io.IOException;

/** Starts the second site, a process of its own, and connects it: it witnesses the ledger from the first entries on. */
final class StageSecondSite implements Stage {
    @Override
    public String title() {
        return "Starting the second site";
    }

    @Override
    public String run(Drill drill) throws IOException {
        SecondSiteProcess process =
                drill.beside(SecondSiteProcess.start(drill.folder().siteB(), "--drill-clock"));
        SecondSiteClient line = process.client();
        line.setDrillClock(drill.clock().instant());
        drill.clock().alsoSets(line::setDrillClock);
        drill.service(SecondSites.class).connect(Office.QUEENSWAY.id(), process.url(), process.token(), Office.ADMIN);
        return "process " + process.pid() + " at " + process.url();
    }
}
