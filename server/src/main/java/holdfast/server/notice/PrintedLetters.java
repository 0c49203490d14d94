package holdfast.server.notice;

import holdfast.server.incident.IncidentId;
import holdfast.server.record.ActorId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The printed letters of an incident, a PDF a batch. They hold names and addresses: who fetches one is recorded. */
public interface PrintedLetters {
    /**
     * A finished file.
     *
     * @param pages letters in it, a page each
     * @param bytes its size; 0 if it is no longer there
     * @param digest SHA-256, as each of its notices has it
     */
    record LetterFile(BatchId batch, String name, long pages, long bytes, String digest, Instant printedAt) {}

    /** All of an incident, in the order of their batches. */
    List<LetterFile> letters(IncidentId incident);

    /**
     * Where the file of a batch lies, for somebody who takes it to the printer.
     *
     * @param by the data protection officer or a manager
     * @throws java.util.NoSuchElementException if the batch has no printed letters
     */
    Path fetch(IncidentId incident, BatchId batch, ActorId by);
}
