package groundschool.emulator.lambda.runtime;

import java.util.List;

/// How a function and its environment log: in lines of text, or as JSON, of which levels are left
/// out.
///
/// Source: [Advanced logging
/// controls](https://docs.aws.amazon.com/lambda/latest/dg/monitoring-logs.html)
///
/// @param application the least level of what the function logs, such as `INFO`
/// @param system the least level of what Lambda logs: `DEBUG`, `INFO` or `WARN`
public record LogFormat(boolean isJson, String application, String system) {

    /// In lines of text, of which none is left out.
    public static final LogFormat TEXT = new LogFormat(false, "", "");

    private static final List<String> LEVELS =
            List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL");

    public static LogFormat json(String application, String system) {
        return new LogFormat(true, application, system);
    }

    /// Whether the platform logs something of a level.
    boolean takes(String level) {
        return LEVELS.indexOf(level) >= LEVELS.indexOf(system);
    }
}
