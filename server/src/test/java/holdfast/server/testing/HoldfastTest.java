package holdfast.server.testing;

import holdfast.server.HoldfastServer;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/**
 * A test on the whole server: one for the JVM, with its own database, a scratch data folder, a port the system
 * chose, and a {@link SettableClock}. No beat runs by itself; a test calls what it wants to have run.
 *
 * <p>Since all tests share it: make persons, cartridges and the like of your own, and assert on those alone.
 * Beans come by constructor.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = HoldfastServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = ScratchServer.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface HoldfastTest {}
