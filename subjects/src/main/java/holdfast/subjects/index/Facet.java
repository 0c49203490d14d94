package holdfast.subjects.index;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a record says about its person besides who it is: records alike in this share a bitmap in each chunk.
 *
 * @param category what the person is to the department
 * @param kinds the kinds of data in the record
 */
record Facet(String category, Set<String> kinds) {
    Facet {
        kinds = java.util.Collections.unmodifiableSet(new TreeSet<>(kinds));
    }
}
