/** What the holder of a key may do; the order is that of the numbers in the format. */
enum Role {
    OWNER("an owner's"),
    READER("a reader's"),
    CATALOGUER("a cataloguer's"),
    WRITER("a writer's");

    /** As in 'this is a writer's key'. */
    final String whose;

    Role(String whose) {
        this.whose = whose;
    }

    static Role of(int number) throws Damage {
        if (number >= values().length) {
            throw new Damage("it names a role that there is not");
        }
        return values()[number];
    }

    /** Whether this one's snapshots count. */
    boolean writes() {
        return this == OWNER || this == WRITER;
    }

    /** Whether what this one tells of chunks is believed by everybody; a writer is believed by itself alone. */
    boolean vouches() {
        return this == OWNER || this == READER;
    }
}
