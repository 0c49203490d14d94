package holdfast.server.drill;

import holdfast.server.vaulting.CopyRun;
import holdfast.server.vaulting.Replication;

/** The vault is copied to the second site over the network, before anything travels by road. */
final class StageCopy implements Stage {
    @Override
    public String title() {
        return "Copying the vault to the second site";
    }

    @Override
    public String run(Drill drill) {
        CopyRun run = drill.service(Replication.class)
                .copy(Office.QUEENSWAY.id(), Office.OPERATOR, new BytesSeen(drill.progress()));
        drill.found().add(new Found.Copied(run.objects(), run.bytes()));
        drill.checks().same("the second site hashed every object that was copied", run.objects(), run.verified());
        return Words.count(run.objects(), "object") + ", " + Words.size(run.bytes()) + ", each hashed on both sides";
    }
}
