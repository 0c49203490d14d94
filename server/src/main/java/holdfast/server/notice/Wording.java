package holdfast.server.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The text of a batch, as it was planned and approved. {@code {name}} and {@code {reference}} stand for each person's own;
 * all else is fixed. Kept as JSON with the batch: what is sent is this and nothing else.
 *
 * @param language tag, such as {@code zh-HK}
 * @param office the name at the head of the letter
 * @param officeAddress lines below it
 * @param ourReference the file number, with its label
 * @param date as printed
 * @param dated for the mail's header
 * @param zone of the office
 * @param senderName shown beside the mail's sender
 * @param salutation with {@code {name}}
 * @param title one line
 * @param sections the paragraphs, each under a short heading; the first has none
 * @param closing lines at the end: regret, post, office
 * @param footer one line about the reference
 */
record Wording(
        String language,
        String office,
        List<String> officeAddress,
        String ourReference,
        String date,
        Instant dated,
        String zone,
        String senderName,
        String salutation,
        String title,
        List<Section> sections,
        List<String> closing,
        String footer) {
    /** A paragraph. */
    record Section(String heading, String text) {}

    String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    static Wording parse(String json) {
        return JsonMapper.shared().readValue(json, Wording.class);
    }

    /** The body of the mail to one person. */
    String mail(String name, String reference) {
        StringBuilder body = new StringBuilder();
        body.append(office)
                .append('\n')
                .append(date)
                .append('\n')
                .append(ourReference)
                .append("\n\n");
        body.append(personal(salutation, name, reference))
                .append("\n\n")
                .append(title)
                .append("\n\n");
        int number = 1;
        for (Section section : sections) {
            if (!section.heading().isEmpty()) {
                body.append(++number).append(". ").append(section.heading()).append('\n');
            }
            body.append(personal(section.text(), name, reference)).append("\n\n");
        }
        closing.forEach(line -> body.append(line).append('\n'));
        body.append('\n').append(personal(footer, name, reference)).append('\n');
        return body.toString().replace("\n", "\r\n");
    }

    /** Fills a person's own words in. The name goes last, so that nothing in it is taken for a placeholder. */
    static String personal(String text, String name, String reference) {
        return fill(fill(text, Map.of("reference", reference)), Map.of("name", name));
    }

    private static String fill(String text, Map<String, String> words) {
        String filled = text;
        for (Map.Entry<String, String> word : words.entrySet()) {
            filled = filled.replace("{" + word.getKey() + "}", word.getValue());
        }
        return filled;
    }
}
