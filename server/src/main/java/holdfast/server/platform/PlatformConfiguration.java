package holdfast.server.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import holdfast.server.platform.postgres.EmbeddedPostgres;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The one place where the server's clock, randomness and database connections are handed out. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {
    @Bean
    DataFolder dataFolder(Platform platform) {
        return platform.folder();
    }

    @Bean
    ServerOptions serverOptions(Platform platform) {
        return platform.options();
    }

    /** Primary, because a test's or a drill's clock may be a bean of its own type as well. */
    @Bean
    @Primary
    InstantSource clock(Platform platform) {
        return platform.options().clock();
    }

    @Bean
    SecureRandom random() {
        return new SecureRandom();
    }

    /** In which people read times: letters, alerts, pages. Set HOLDFAST_ZONE for another. */
    @Bean
    ZoneId zone(@Value("${holdfast.zone}") String zone) {
        return ZoneId.of(zone);
    }

    @Bean
    DataSource dataSource(Platform platform) {
        EmbeddedPostgres postgres = platform.postgres();
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(postgres.jdbcUrl());
        config.setUsername(postgres.user());
        config.setPassword(postgres.password());
        config.setMaximumPoolSize(20);
        config.setMinimumIdle(2);
        return new HikariDataSource(config);
    }

    @Bean
    Heart heart(Platform platform, ObjectProvider<Beat> beats) {
        return new Heart(
                List.copyOf(beats.orderedStream().toList()), platform.options().beats());
    }
}
