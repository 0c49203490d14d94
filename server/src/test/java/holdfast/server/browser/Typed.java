package holdfast.server.browser;

import java.util.List;

/** What the people of the drill's office typed in English: shown as they wrote it, in whatever language the page is. */
final class Typed {
    static final List<String> BY_PEOPLE = List.of(
            "Departmental Information Technology Manager",
            "Clerical Officer, Harbour Tower",
            "Key Holder, Harbour Tower",
            "1 Harbour Road, Wan Chai",
            "Kit Lam",
            "Dora Yip",
            "Officer A",
            "Officer B",
            "Officer C",
            "shock-, heat- and water-proof",
            "Can anybody read the tapes?",
            "No sign of it.",
            "The first procedure of this office.",
            "Transit of backup media");

    private Typed() {}
}
