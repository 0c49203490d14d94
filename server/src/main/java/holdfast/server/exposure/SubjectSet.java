package holdfast.server.exposure;

import java.util.Set;
import java.util.TreeSet;

/** Persons, each once, in the order of their ids. */
public record SubjectSet(Set<SubjectId> ids) {
    public SubjectSet {
        ids = java.util.Collections.unmodifiableSet(new TreeSet<>(ids));
    }

    public int size() {
        return ids.size();
    }

    public boolean contains(SubjectId id) {
        return ids.contains(id);
    }

    /** Those of these that are not among {@code others}: whom a recount found in addition. */
    public SubjectSet minus(SubjectSet others) {
        TreeSet<SubjectId> rest = new TreeSet<>(ids);
        rest.removeAll(others.ids);
        return new SubjectSet(rest);
    }
}
