package holdfast.tape;

/** Why a tape command failed: the sense keys of SCSI SPC-4, table 48, that matter to a caller. */
public enum SenseKey {
    /** No cartridge is loaded, or it is not ready. */
    NOT_READY,
    /** The medium cannot be read or written at this place. */
    MEDIUM_ERROR,
    /** The drive or changer itself failed. */
    HARDWARE_ERROR,
    /** The command or an address in it makes no sense here. */
    ILLEGAL_REQUEST,
    /** Something changed since the last command: a cartridge was exchanged, the device was reset. */
    UNIT_ATTENTION,
    /** The cartridge is write-protected. */
    DATA_PROTECT,
    /** End of data was met where a block was asked for by number. */
    BLANK_CHECK,
    /** The physical end of the medium: the block was not written. */
    VOLUME_OVERFLOW
}
