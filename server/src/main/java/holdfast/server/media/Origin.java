package holdfast.server.media;

import holdfast.server.platform.Invalid;

/** Who wrote a cartridge, and so what is known of its contents. */
public sealed interface Origin {
    /** Written by Holdfast: contents and persons are known exactly from the archive runs. */
    record Holdfast() implements Origin {}

    /**
     * Written by other software: known only as declared.
     *
     * @param software what wrote it, as declared
     * @param contents in the owner's words
     * @param encryption how it is protected, as declared; "none known" where nobody says
     * @param personsAtMost the exposure is unknown, at most this many persons
     */
    record Foreign(String software, String contents, String encryption, long personsAtMost) implements Origin {
        public Foreign {
            if (personsAtMost < 0) {
                throw new Invalid("refused.persons-at-most", personsAtMost);
            }
        }
    }
}
