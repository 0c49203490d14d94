package holdfast.vault.model;

import holdfast.storage.ObjectName;

/** Where objects go that are not believed, while the work goes on without them. */
public interface Problems {
    /** For work that a check has to do: the objects count for nothing, as if they were not there. */
    Problems IGNORED = (object, why) -> {};

    void add(ObjectName object, Exception why);
}
