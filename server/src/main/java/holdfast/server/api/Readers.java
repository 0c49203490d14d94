package holdfast.server.api;

import holdfast.server.access.Role;

/** Who may read what is not for everybody of the office. */
final class Readers {

    /** Not those on the road: the ledger holds every seal number. */
    static final Role[] OF_THE_LEDGER = {Role.AUDITOR, Role.DPO, Role.MANAGER, Role.HEAD, Role.ADMINISTRATOR};

    static final Role[] OF_INCIDENTS = {Role.AUDITOR, Role.DPO, Role.MANAGER, Role.HEAD};

    private Readers() {}
}
