package holdfast.server.notice;

import holdfast.server.access.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a notice may say: everything from the record and the office's profile, nothing assumed.
 *
 * @param office its name, by language
 * @param officeAddress for the head of a letter, by language
 * @param file the file number
 * @param post who signs, by language
 * @param route from where to where the cartridges were on their way; empty if they were not
 * @param cartridges how many are lost
 * @param foreign whether some were written by other software, so that their encryption cannot be shown
 * @param lostOn the onset, or the last proven possession
 * @param lockedOn when the last of the keys was quarantined
 * @param keyUses uses of the keys since the onset, as counted for the assessment
 * @param told authorities that a report was sent to, as {@code Form} names them
 */
record NoticeFacts(
        Map<Language, String> office,
        Map<Language, List<String>> officeAddress,
        String file,
        Map<Language, String> post,
        Optional<Route> route,
        int cartridges,
        boolean foreign,
        Instant lostOn,
        Instant confirmedOn,
        Optional<Instant> lockedOn,
        long keyUses,
        String cipher,
        List<String> told,
        String phone,
        String email,
        String url,
        ZoneId zone) {
    /** Names of the two sites, by language. */
    record Route(Map<Language, String> from, Map<Language, String> to) {}
}
