package holdfast.server.access;

import holdfast.server.platform.Phrase;
import java.util.Set;

/** What a person is trusted with. A person may hold several, except those that must stay apart. */
public enum Role {
    /** Sites, people, roles. Sees no contents and signs for no cartridge. */
    ADMINISTRATOR,
    /** Backups, restores, writing and packing cartridges. */
    OPERATOR,
    /** Releases and receives consignments, and counts, at the site of their posting. */
    SITE_OFFICER,
    /** Carries cases from one site to another. */
    COURIER,
    /** Releases and destroys keys, always with a second key holder. */
    KEY_HOLDER,
    /** The data protection officer: opens incidents, reads exposures, signs reports, runs notices. */
    DPO,
    /** Hears of what is late before the head does. */
    MANAGER,
    /** The head of office: hears of everything that nobody has mended. */
    HEAD,
    /** Reads everything that the record shows, changes nothing. */
    AUDITOR;

    /** Its name, to be said in any language. */
    public Phrase said() {
        return Phrase.of("role." + name());
    }

    /**
     * Whether whoever holds it is the second person of an act that one alone must not do: such a role is itself
     * given by two, see {@link RoleProposals}.
     */
    public boolean grave() {
        return switch (this) {
            case ADMINISTRATOR, KEY_HOLDER, DPO, HEAD -> true;
            case OPERATOR, SITE_OFFICER, COURIER, MANAGER, AUDITOR -> false;
        };
    }

    /** Whether one person may hold all of these. */
    public static boolean mayGoTogether(Set<Role> roles) {
        // Who may act is no independent auditor.
        boolean lonelyAuditor = !roles.contains(AUDITOR) || roles.size() == 1;
        // Keys never travel with the media, so neither do those who hold them.
        boolean keysApart = !(roles.contains(KEY_HOLDER) && roles.contains(COURIER));
        return lonelyAuditor && keysApart;
    }
}
