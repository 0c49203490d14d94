package holdfast.server.drill;

/**
 * A step of the drill. It acts through the services of the server as the people of the office would, puts what
 * it found into the drill's {@link Outcomes}, and what must hold into its {@link Checks}.
 */
interface Stage {
    /** What is going on, for the person who watches: 'Writing the cartridges'. */
    String title();

    /**
     * Does it.
     *
     * @return what came of it, in a few words: '7 cartridges, 31 MB'
     * @throws Exception that ends the drill: its message says what could not be done
     */
    String run(Drill drill) throws Exception;
}
