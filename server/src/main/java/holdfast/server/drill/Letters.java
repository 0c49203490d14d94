package holdfast.server.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The printed letters, read back. */
final class Letters {
    private Letters() {}

    /** Pages over all letters in a folder: one a person. */
    static long pages(Path folder) throws IOException {
        long pages = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".pdf")).toList()) {
                try (PDDocument document = Loader.loadPDF(file.toFile())) {
                    pages += document.getNumberOfPages();
                }
            }
        }
        return pages;
    }

    /** The text of the first page. */
    static String firstPage(Path letters) throws IOException {
        try (PDDocument document = Loader.loadPDF(letters.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(1);
            return stripper.getText(document);
        }
    }
}
