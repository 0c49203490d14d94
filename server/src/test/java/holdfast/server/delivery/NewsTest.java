package holdfast.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import holdfast.server.access.Language;
import holdfast.server.access.Person;
import holdfast.server.access.Role;
import holdfast.server.platform.Phrase;
import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewsTest {
    @Test
    void eachIsToldInTheLanguageThatTheyRead() {
        News news = new News(
                Phrase.of("told.role.subject", "Ho", Role.KEY_HOLDER.said()),
                Phrase.of("told.role.waits"),
                new Ref("person", "ho"));
        assertThat(news.to(reader(Language.EN), ZoneOffset.UTC).subject()).isEqualTo("A role for Ho: Key holder");
        assertThat(news.to(reader(Language.ZH_HANT), ZoneOffset.UTC).subject()).isEqualTo("Ho 的職責：密鑰持有人");
        assertThat(news.to(reader(Language.ZH_HANS), ZoneOffset.UTC).body()).contains("部门首长");
    }

    private static Person reader(Language language) {
        return new Person(new ActorId("chan"), "Chan", "", "", "", language, Set.of(), true);
    }
}
