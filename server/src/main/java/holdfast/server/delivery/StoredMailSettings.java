package holdfast.server.delivery;

import holdfast.server.access.Permits;
import holdfast.server.access.Role;
import holdfast.server.platform.DataFolder;
import holdfast.server.platform.SecretFile;
import holdfast.server.record.ActorId;
import holdfast.server.record.Recorder;
import holdfast.server.record.Ref;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredMailSettings implements MailSettings {
    private final JdbcClient jdbc;
    private final Permits permits;
    private final Recorder recorder;
    private final DataFolder folder;

    StoredMailSettings(JdbcClient jdbc, Permits permits, Recorder recorder, DataFolder folder) {
        this.jdbc = jdbc;
        this.permits = permits;
        this.recorder = recorder;
        this.folder = folder;
    }

    @Override
    public Optional<MailRoute> route() {
        return jdbc.sql("select * from delivery_route").query(this::read).optional();
    }

    @Override
    @Transactional
    public void set(MailRoute route, ActorId by) {
        permits.demand(by, Role.ADMINISTRATOR);
        jdbc.sql("""
                        insert into delivery_route (host, port, security, login, sender) values (?, ?, ?, ?, ?)
                        on conflict (one) do update set host = excluded.host, port = excluded.port,
                            security = excluded.security, login = excluded.login, sender = excluded.sender
                        """)
                .params(java.util.Arrays.asList(
                        route.host(),
                        route.port(),
                        route.security().name(),
                        route.login().map(MailRoute.Login::user).orElse(null),
                        route.from()))
                .update();
        recorder.record(
                by,
                "mail-server.set",
                Map.of("host", route.host(), "port", (long) route.port(), "security", route.security()),
                new Ref("settings", "mail"));
        route.login().ifPresent(login -> keepPassword(login.password()));
    }

    private void keepPassword(String password) {
        try {
            SecretFile.write(passwordFile(), password);
        } catch (IOException e) {
            throw new UncheckedIOException("The mail server's password cannot be stored in " + passwordFile() + ".", e);
        }
    }

    private Path passwordFile() {
        return folder.secrets().resolve("mail-password");
    }

    private MailRoute read(ResultSet row, int n) throws SQLException {
        return new MailRoute(
                row.getString("host"),
                row.getInt("port"),
                MailRoute.Security.valueOf(row.getString("security")),
                login(row.getString("login")),
                row.getString("sender"));
    }

    private Optional<MailRoute.Login> login(@Nullable String user) {
        if (user == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MailRoute.Login(user, Files.readString(passwordFile(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("The mail server's password cannot be read from " + passwordFile() + ".", e);
        }
    }
}
