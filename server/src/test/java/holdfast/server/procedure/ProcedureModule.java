package holdfast.server.procedure;

import holdfast.server.access.Permits;
import holdfast.server.record.Recorder;
import java.time.InstantSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/** Makes the module's services by hand, for tests of other modules that bring their own record and people. */
public final class ProcedureModule {

    private ProcedureModule() {}

    public static Procedures procedures(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Recorder recorder,
            Permits permits,
            InstantSource clock) {
        return transactional(
                Procedures.class,
                new ProcedureService(new ProcedureStore(jdbc), recorder, permits, clock),
                transactions);
    }

    public static Guidelines guidelines(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Recorder recorder,
            Permits permits,
            InstantSource clock) {
        return transactional(
                Guidelines.class,
                new GuidelineService(new GuidelineStore(jdbc), recorder, permits, clock),
                transactions);
    }

    private static <T> T transactional(Class<T> face, T service, PlatformTransactionManager transactions) {
        ProxyFactory proxy = new ProxyFactory(service);
        TransactionInterceptor interceptor = new TransactionInterceptor();
        interceptor.setTransactionManager(transactions);
        interceptor.setTransactionAttributeSource(new AnnotationTransactionAttributeSource());
        proxy.addAdvice(interceptor);
        return face.cast(proxy.getProxy());
    }
}
