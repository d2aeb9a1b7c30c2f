package groundschool.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// What is logged, and where: to standard error, from INFO of our own and from WARN of others'.
///
/// By the JDK's own logging, which is there already when this process begins: another's took a
/// twentieth of the time to the first page. A file that is named by
/// `-Djava.util.logging.config.file` goes first.
public final class Logs {

    // The JDK forgets the level of a logger that nobody holds.
    private static final List<Logger> HELD =
            List.of(
                    Logger.getLogger(""),
                    Logger.getLogger("groundschool"),
                    Logger.getLogger("io.javalin.Javalin"));

    private Logs() {}

    /// Once, before anything is logged.
    public static void configure() {
        if (System.getProperty("java.util.logging.config.file") != null) {
            return;
        }
        var out = new ConsoleHandler();
        out.setLevel(Level.ALL);
        out.setFormatter(new Line());
        var root = HELD.getFirst();
        for (var handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(out);
        root.setLevel(Level.WARNING);
        HELD.get(1).setLevel(Level.INFO);
        // It reports a start that failed, which whoever started it is told in a sentence.
        HELD.get(2).setLevel(Level.OFF);
    }

    /// `2026-11-02T09:30:00.123+01:00 WARN groundschool.lab.LabDesk what happened`, and the trace
    /// of what was thrown below it.
    static final class Line extends Formatter {

        private static final DateTimeFormatter WHEN =
                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

        @Override
        public String format(LogRecord record) {
            var line = new StringWriter();
            line.append(WHEN.format(record.getInstant().atZone(ZoneId.systemDefault())))
                    .append(' ')
                    .append("%-5s".formatted(level(record.getLevel())))
                    .append(' ')
                    .append(String.valueOf(record.getLoggerName()))
                    .append(' ')
                    .append(formatMessage(record))
                    .append(System.lineSeparator());
            var thrown = record.getThrown();
            if (thrown != null) {
                thrown.printStackTrace(new PrintWriter(line, true));
            }
            return line.toString();
        }

        /// As slf4j calls it, which all code is written against.
        private static String level(Level level) {
            if (level.intValue() >= Level.SEVERE.intValue()) {
                return "ERROR";
            }
            if (level.intValue() >= Level.WARNING.intValue()) {
                return "WARN";
            }
            return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
        }
    }
}
