package holdfast.server.custody;

import holdfast.server.media.CaseId;
import holdfast.server.media.Classification;
import java.util.List;
import java.util.Optional;

/**
 * What somebody saw of a case before it goes.
 *
 * @param label the classification on its outside, if there is one
 * @param keyMaterial things in it that open media, in words; normally none
 */
public record CaseDeclaration(CaseId box, Optional<Classification> label, List<String> keyMaterial) {

    public CaseDeclaration {
        keyMaterial = List.copyOf(keyMaterial);
    }
}
