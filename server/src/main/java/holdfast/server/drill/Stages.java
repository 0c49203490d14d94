package holdfast.server.drill;

import java.util.List;

/** The morning, in its order. */
final class Stages {
    private Stages() {}

    static List<Stage> all() {
        return List.of(
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
                new StageReport(),
                new StageNotify(),
                new StageAnswer(),
                new StageRestore(),
                new StageRecount(),
                new StageVerify());
    }
}
