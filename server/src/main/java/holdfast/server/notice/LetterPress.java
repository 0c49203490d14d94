package holdfast.server.notice;

import holdfast.server.paper.Canvas;
import holdfast.server.paper.Document;
import holdfast.server.paper.Stencil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * Prints a batch of letters into one PDF, a page a person, the faces embedded once. The file appears whole or not at all,
 * and only then are its letters marked: printing again after a crash makes the same file again, and no second letter.
 */
final class LetterPress {
    private final SenderJob job;
    private final NoticeTable table;

    LetterPress(SenderJob job, NoticeTable table) {
        this.job = job;
        this.table = table;
    }

    void print(NoticeTable.LetterBatch batch) throws SQLException, IOException {
        Wording wording = batch.wording();
        Path file = job.letters().resolve(fileName(batch));
        typeset(wording, table.letters(batch.id()), file);
        table.printed(
                batch.id(),
                file.getFileName().toString(),
                MailWorker.sha256(Files.readAllBytes(file)),
                job.startedAt());
    }

    private String fileName(NoticeTable.LetterBatch batch) {
        String category = batch.category().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return "letters-%s-batch-%d-%s-%s.pdf"
                .formatted(job.incident(), batch.id(), category, batch.wording().language());
    }

    /** Makes the file; apart from the database, so that a preview shows exactly what is printed. */
    static void typeset(Wording wording, List<NoticeTable.Letter> letters, Path file) throws IOException {
        Locale language = Locale.forLanguageTag(wording.language());
        try (Document document = new Document(wording.title(), language, wording.dated())) {
            LetterLayout layout = LetterLayout.fit(document, wording);
            Stencil shared = document.stencil(layout::drawShared);
            for (NoticeTable.Letter letter : letters) {
                try (Canvas page = document.page()) {
                    page.stamp(shared);
                    layout.drawPersonal(page, letter);
                }
            }
            document.save(file);
        }
    }
}
