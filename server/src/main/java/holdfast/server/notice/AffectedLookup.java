package holdfast.server.notice;

import holdfast.server.access.Language;

/**
 * 'Am I affected?', asked by a stranger with the reference of a notice. A wrong reference and one that never existed get
 * the same answer in the same time; too many questions from one address get 'later'.
 */
public interface AffectedLookup {
    /**
     * Asks.
     *
     * @param reference as typed: case, spaces and dashes do not matter
     * @param from where the question comes from, for the limit; not stored
     */
    Answer ask(String reference, Language language, String from);

    /** What is answered. */
    sealed interface Answer {
        /**
         * The reference is of a notice.
         *
         * @param title in a sentence
         * @param paragraphs what happened, which kinds of data, what was done, what to do, whom to ask; no name, no address
         */
        record Affected(String title, java.util.List<String> paragraphs) implements Answer {}

        /** No notice has this reference. */
        record Unknown(String title, java.util.List<String> paragraphs) implements Answer {}

        /** Too many questions: ask again later. */
        record Later(String title, java.util.List<String> paragraphs) implements Answer {}
    }
}
