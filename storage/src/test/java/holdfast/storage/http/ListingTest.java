package holdfast.storage.http;

import static holdfast.storage.ObjectStoreContract.named;
import static org.assertj.core.api.Assertions.assertThat;

import holdfast.storage.StoredObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListingTest {
    @Test
    void aListingComesInPages() {
        List<StoredObject> all = IntStream.range(0, 25)
                .mapToObj(i -> new StoredObject(named("packs", new byte[i]), i, Instant.EPOCH))
                .toList();
        Listing.Page first = Listing.page(all.stream(), "", 20);
        assertThat(first.more()).isTrue();
        String last =
                Listing.parse(first.text().lines().toList().getLast()).name().value();
        Listing.Page second = Listing.page(all.stream(), last, 20);
        assertThat(second.more()).isFalse();
        assertThat(Stream.concat(first.text().lines(), second.text().lines()).map(Listing::parse))
                .containsExactlyInAnyOrderElementsOf(all);
    }
}
