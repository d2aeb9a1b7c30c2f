package groundschool.db;

import static groundschool.db.generated.Tables.SCHEMA_STATE;

import groundschool.Resources;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/// The tables, as the migrations make them.
final class Schema {

    private static final String FOLDER = "migrations";

    private Schema() {}

    /// Runs the migrations that have not run yet. A database that was left by this very version is
    /// told by one query, without Flyway.
    ///
    /// @throws org.flywaydb.core.api.FlywayException if one fails, or has changed since it ran
    static void bringUpToDate(DSLContext db, DataSource source) {
        var hash = hash();
        if (isAt(hash, db)) {
            return;
        }
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:" + FOLDER)
                .loggers("slf4j")
                .load()
                .migrate();
        db.transaction(configuration -> {
            configuration.dsl().deleteFrom(SCHEMA_STATE).execute();
            configuration
                    .dsl()
                    .insertInto(SCHEMA_STATE, SCHEMA_STATE.MIGRATIONS_HASH)
                    .values(hash)
                    .execute();
        });
    }

    /// Writes the first query that there will be, and sends it nowhere.
    static void prepare(DSLContext db) {
        db.selectFrom(SCHEMA_STATE).where(SCHEMA_STATE.MIGRATIONS_HASH.eq("")).getSQL();
    }

    private static boolean isAt(String hash, DSLContext db) {
        try {
            return db.selectFrom(SCHEMA_STATE)
                    .fetch(SCHEMA_STATE.MIGRATIONS_HASH)
                    .equals(List.of(hash));
        } catch (DataAccessException _) {
            // A new database, or one of a version that did not write this down.
            return false;
        }
    }

    private static String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var name : Resources.names(FOLDER)) {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                Resources.bytes(FOLDER + "/" + name).ifPresent(digest::update);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
