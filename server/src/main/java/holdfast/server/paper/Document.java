package holdfast.server.paper;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** A PDF of A4 pages, written by one thread. Each face is embedded once, with the glyphs used. */
public final class Document implements AutoCloseable {
    private final PDDocument pdf = new PDDocument();
    private final Typesetter typesetter = new Typesetter(new Faces(pdf));

    /**
     * An empty document.
     *
     * @param title shown by readers in their window
     * @param language of the text, for those who have it read aloud
     * @param made the time written into the file
     */
    public Document(String title, Locale language, Instant made) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setProducer("Holdfast");
        information.setCreationDate(GregorianCalendar.from(made.atZone(ZoneOffset.UTC)));
        pdf.setDocumentInformation(information);
        pdf.getDocumentCatalog().setLanguage(language.toLanguageTag());
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        pdf.getDocumentCatalog().setViewerPreferences(preferences);
    }

    /** A new last page; close it when it is drawn. */
    public Canvas page() {
        try {
            PDPage page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            return new Canvas(
                    new PDPageContentStream(pdf, page, PDPageContentStream.AppendMode.OVERWRITE, true), typesetter);
        } catch (IOException e) {
            throw new UncheckedIOException("a page cannot be begun", e);
        }
    }

    /** Draws once what {@link Canvas#stamp} puts on many pages. */
    public Stencil stencil(Consumer<Canvas> drawing) {
        try {
            // The only kind of form that the library's page stream draws on.
            PDAppearanceStream form = new PDAppearanceStream(pdf);
            form.setBBox(PDRectangle.A4);
            form.setResources(new PDResources());
            try (Canvas canvas = new Canvas(
                    new PDPageContentStream(pdf, form, form.getStream().createOutputStream(COSName.FLATE_DECODE)),
                    typesetter)) {
                drawing.accept(canvas);
            }
            return new Stencil(form);
        } catch (IOException e) {
            throw new UncheckedIOException("a stencil cannot be drawn", e);
        }
    }

    /** Adds to a page that was finished: for 'page 2 of 7', which is known at the end. Pages count from 0. */
    public Canvas reopen(int page) {
        try {
            return new Canvas(
                    new PDPageContentStream(pdf, pdf.getPage(page), PDPageContentStream.AppendMode.APPEND, true, true),
                    typesetter);
        } catch (IOException e) {
            throw new UncheckedIOException("page " + page + " cannot be reopened", e);
        }
    }

    /** The height in points that a text would take. */
    public float heightOf(String text, float width, Ink ink) {
        return typesetter.wrap(text, ink, width).size() * ink.leading();
    }

    public int pages() {
        return pdf.getNumberOfPages();
    }

    /** Characters that were asked for and that the product's faces do not have; a 〓 stands in their place. */
    public Set<String> missingCharacters() {
        return typesetter.missing();
    }

    /** Writes the file whole, or not at all: under another name first. */
    public void save(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
            pdf.save(out);
        }
        Files.move(
                part,
                file,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {
        try {
            pdf.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a document cannot be closed", e);
        }
    }
}
