package holdfast.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import holdfast.server.record.ActorId;
import holdfast.server.record.Ref;
import holdfast.server.testing.HoldfastTest;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

@HoldfastTest
class DeliveryTest {
    private final Delivery delivery;

    DeliveryTest(Delivery delivery) {
        this.delivery = delivery;
    }

    @Test
    void nobodyIsToldOutsideATransaction() {
        assertThatThrownBy(() -> delivery.tell(new ActorId("somebody"), new Alert("s", "b", new Ref("test", "x"))))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(delivery.told(new Ref("test", "x"))).isEmpty();
    }
}
