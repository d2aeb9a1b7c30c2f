package groundschool.emulator.lambda.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What Lambda itself logs of an environment, in the form that the function asks for.
///
/// Source: [Lambda Telemetry API event
/// schema](https://docs.aws.amazon.com/lambda/latest/dg/telemetry-schema-reference.html), and the
/// recorded logs for text
record PlatformLog(RunLog log, EnvironmentSpec spec, Startup startup) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// An init begins.
    void initStart() {
        if (isText()) {
            log.platform(startup.initStart());
            return;
        }
        event(
                "platform.initStart",
                "INFO",
                record -> {
                    record.put("initializationType", startup.initialization()).put("phase", "init");
                    record.put("runtimeVersion", startup.version());
                    record.put("runtimeVersionArn", startup.versionArn());
                    record.put("functionName", spec.functionName());
                    record.put("functionVersion", spec.version());
                });
    }

    /// An init has failed.
    ///
    /// @param phase `init`, or `invoke` if it was tried again
    void initFailed(Init.Failed failed, String phase) {
        if (isText()) {
            log.platform(Report.init(failed.took(), phase, failed.status(), failed.errorType()));
            return;
        }
        event(
                "platform.initReport",
                "WARN",
                record -> {
                    record.put("initializationType", startup.initialization()).put("phase", phase);
                    record.put("status", failed.status());
                    failed.errorType().ifPresent(type -> record.put("errorType", type));
                    record.putObject("metrics").put("durationMs", milliseconds(failed.took()));
                });
    }

    /// An invocation begins.
    void start(String requestId) {
        if (isText()) {
            log.platform("START RequestId: %s Version: %s\n".formatted(requestId, spec.version()));
            return;
        }
        event(
                "platform.start",
                "INFO",
                record -> record.put("requestId", requestId).put("version", spec.version()));
    }

    /// A sentence of the text form, which the report of the JSON form has as its status.
    void sentence(String text) {
        if (isText()) {
            log.platform(text);
        }
    }

    /// An invocation has ended.
    void end(Report report) {
        if (isText()) {
            log.platform("END RequestId: " + report.requestId() + "\n");
            log.platform(report.line());
            return;
        }
        event(
                "platform.report",
                report.status().isPresent() ? "WARN" : "INFO",
                record -> {
                    record.put("requestId", report.requestId());
                    var metrics = record.putObject("metrics");
                    metrics.put("durationMs", milliseconds(report.duration()));
                    metrics.put("billedDurationMs", report.billed().toMillis());
                    metrics.put("memorySizeMB", report.memorySize());
                    metrics.put("maxMemoryUsedMB", report.maxMemoryUsed());
                    report.init()
                            .ifPresent(took -> metrics.put("initDurationMs", milliseconds(took)));
                    record.put("status", report.status().orElse("success"));
                    report.errorType().ifPresent(type -> record.put("errorType", type));
                });
    }

    private boolean isText() {
        return !spec.logFormat().isJson();
    }

    private interface Filling {
        void into(ObjectNode record);
    }

    private void event(String type, String level, Filling filling) {
        if (!spec.logFormat().takes(level)) {
            return;
        }
        var event = JSON.createObjectNode();
        event.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        event.put("type", type);
        filling.into(event.putObject("record"));
        log.platform(event + "\n");
    }

    private static double milliseconds(Duration duration) {
        return Math.round(duration.toNanos() / 1e3) / 1e3;
    }
}
