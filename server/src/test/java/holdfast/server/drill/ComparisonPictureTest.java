package holdfast.server.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ComparisonPictureTest {
    private final List<ComparisonPicture.Mark> marks = List.of(
            new ComparisonPicture.Mark(Scenario.DUE, "no receipt: alarm", true),
            new ComparisonPicture.Mark(Scenario.DUE.plus(Scenario.TO_HEAD), "head <told>", true));

    @Test
    void isWellFormedAndShowsBothStories() throws Exception {
        String svg = ComparisonPicture.draw(marks);
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(svg).contains("30 days: senior management", "35 days: the public", "+30 min", "head &lt;told>");
    }
}
