package holdfast.server.media;

import holdfast.server.place.SiteId;
import holdfast.server.platform.Sql;
import holdfast.server.record.ActorId;
import holdfast.server.record.EntryId;
import holdfast.server.record.Ref;
import holdfast.tape.Barcode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code media_cartridge} as {@link Cartridge}s. */
final class CartridgeRows {
    private CartridgeRows() {}

    static Cartridge read(ResultSet row, int number) throws SQLException {
        return new Cartridge(
                new Barcode(row.getString("barcode")),
                row.getString("make"),
                row.getString("model"),
                row.getString("serial"),
                Classification.valueOf(row.getString("classification")),
                origin(row),
                whereabouts(row),
                Optional.ofNullable(row.getString("set_name")).map(SetId::new),
                Optional.ofNullable(row.getString("legal_hold")),
                new Possession(
                        new ActorId(row.getString("proven_by")),
                        row.getString("proven_where"),
                        Sql.instant(row, "proven_at"),
                        new EntryId(row.getObject("proven_entry", UUID.class))));
    }

    private static Origin origin(ResultSet row) throws SQLException {
        String software = row.getString("foreign_software");
        if (software == null) {
            return new Origin.Holdfast();
        }
        return new Origin.Foreign(
                software,
                row.getString("foreign_contents"),
                row.getString("foreign_encryption"),
                row.getLong("foreign_at_most"));
    }

    private static Whereabouts whereabouts(ResultSet row) throws SQLException {
        Instant since = Sql.instant(row, "since");
        String state = row.getString("state");
        return switch (state) {
            case "AT_SITE" -> new Whereabouts.AtSite(new SiteId(row.getString("site")));
            case "IN_CASE" ->
                new Whereabouts.InCase(new CaseId(row.getString("box")), new SiteId(row.getString("site")));
            case "IN_TRANSIT" ->
                new Whereabouts.InTransit(new CaseId(row.getString("box")), Ref.parse(row.getString("because")));
            case "LOST" -> new Whereabouts.Lost(Ref.parse(row.getString("because")), since);
            case "FOUND" -> new Whereabouts.Found(new SiteId(row.getString("site")), since);
            case "DISPOSED" -> new Whereabouts.Disposed(row.getString("certificate"), since);
            default -> throw new IllegalStateException("no cartridge is in the state " + state);
        };
    }
}
