package holdfast.tape;

/** The element types of a medium changer (SCSI SMC-3). */
public enum ElementKind {
    STORAGE,
    IMPORT_EXPORT,
    DRIVE
}
