package groundschool.db;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/// Where what learners do is kept: H2 in a file, or whatever `--database` names.
public final class Database implements AutoCloseable {

    private final HikariDataSource source;
    private final DSLContext db;
    private final DSLContext reading;
    private final AtomicLong writes = new AtomicLong();

    private Database(HikariDataSource source, SQLDialect dialect) {
        this.source = source;
        this.db = DSL.using(source, dialect, settings());
        this.reading = db.configuration().derive(new OnlySelects()).dsl();
    }

    /// Unquoted names fold to each database's own case, so that one set of generated classes serves
    /// both.
    private static Settings settings() {
        return new Settings()
                .withRenderSchema(false)
                .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED);
    }

    /// Readies jOOQ, which takes as long as a database to open and can be done meanwhile.
    public static void prepare() {
        Schema.prepare(DSL.using(SQLDialect.H2, settings()));
    }

    /// The H2 database in a data folder.
    public static Database in(Path data) {
        return at("jdbc:h2:file:" + data.toAbsolutePath().resolve("learners"));
    }

    /// The database at a JDBC URL, brought up to the newest migration.
    ///
    /// @throws DatabaseUnavailableException if it cannot be opened or migrated
    public static Database at(String url) {
        // Not by a configuration of its own, which would be copied field by field by reflection.
        var source = new HikariDataSource();
        source.setJdbcUrl(durable(url));
        source.setMaximumPoolSize(8);
        source.setMinimumIdle(1);
        source.setPoolName("learners");
        if (isH2(url) && !url.toUpperCase(Locale.ROOT).contains(";USER=")) {
            source.setUsername("sa");
            source.setPassword("");
        }
        open(url, source);
        try {
            var database = new Database(source, isH2(url) ? SQLDialect.H2 : SQLDialect.POSTGRES);
            Schema.bringUpToDate(database.db, source);
            return database;
        } catch (FlywayException failure) {
            source.close();
            throw new DatabaseUnavailableException(url, failure);
        }
    }

    private static void open(String url, HikariDataSource source) {
        if (!isH2(url) && !url.startsWith("jdbc:postgresql:")) {
            throw new DatabaseUnavailableException(
                    url,
                    new IllegalArgumentException(
                            "an address begins with jdbc:postgresql: or jdbc:h2:"));
        }
        try {
            source.getConnection().close();
        } catch (RuntimeException | SQLException failure) {
            source.close();
            throw new DatabaseUnavailableException(url, failure);
        }
    }

    /// Adds to an H2 URL what makes a commit durable when it returns.
    ///
    /// Without `WRITE_DELAY=0` H2 writes commits up to half a second later, and a killed process
    /// loses them.
    static String durable(String url) {
        if (!isH2(url)) {
            return url;
        }
        var without = url.replaceAll("(?i);WRITE_DELAY=[^;]*", "");
        return without + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    private static boolean isH2(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith("jdbc:h2:");
    }

    /// Does `work` in one transaction, which is durable when this returns; if it throws, nothing of
    /// it is.
    public <T> T transaction(Function<DSLContext, T> work) {
        try {
            return db.transactionResult(configuration -> work.apply(configuration.dsl()));
        } finally {
            writes.incrementAndGet();
        }
    }

    /// Does `work`, which only reads, without a transaction around it: each query sees what was
    /// committed when it began.
    ///
    /// @throws IllegalStateException if it writes
    public <T> T read(Function<DSLContext, T> work) {
        return work.apply(reading);
    }

    /// How often something may have been written, for those who keep what they read until then.
    public long writes() {
        return writes.get();
    }

    /// Whether a query can be answered now.
    public boolean isUp() {
        try {
            return db.selectOne().fetchOne() != null;
        } catch (RuntimeException _) {
            return false;
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
