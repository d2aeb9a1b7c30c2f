package groundschool.emulator.lambda.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What Lambda itself tells of an environment: in its log, in the form that the function asks for,
/// and to extensions.
///
/// Source: [Lambda Telemetry API event
/// schema](https://docs.aws.amazon.com/lambda/latest/dg/telemetry-schema-reference.html), and the
/// recorded logs for text
record PlatformLog(RunLog log, EnvironmentSpec spec, Startup startup, Telemetry telemetry) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private interface Filling extends Consumer<ObjectNode> {}

    /// An init begins.
    void initStart() {
        tell(
                "platform.initStart",
                "INFO",
                startup.initStart(),
                record -> {
                    initialization(record, "init");
                    record.put("runtimeVersion", startup.version());
                    record.put("runtimeVersionArn", startup.versionArn());
                    record.put("functionName", spec.functionName());
                    record.put("functionVersion", spec.version());
                });
    }

    private void initialization(ObjectNode record, String phase) {
        record.put("initializationType", startup.initialization()).put("phase", phase);
    }

    /// The runtime is initialized; extensions may not be yet.
    void initRuntimeDone() {
        telemetry.platform(
                "platform.initRuntimeDone",
                record -> {
                    initialization(record, "init");
                    record.put("status", "success");
                });
    }

    /// All is initialized.
    void initialized(Duration took) {
        telemetry.platform(
                "platform.initReport",
                record -> {
                    initialization(record, "init");
                    record.put("status", "success");
                    record.putObject("metrics").put("durationMs", milliseconds(took));
                });
    }

    /// An init has failed.
    ///
    /// @param phase `init`, or `invoke` if it was tried again
    void initFailed(Init.Failed failed, String phase) {
        tell(
                "platform.initReport",
                "WARN",
                Report.init(failed.took(), phase, failed.status(), failed.errorType()),
                record -> {
                    initialization(record, phase);
                    record.put("status", failed.status());
                    failed.errorType().ifPresent(type -> record.put("errorType", type));
                    record.putObject("metrics").put("durationMs", milliseconds(failed.took()));
                });
    }

    /// How far an extension is at the end of the init.
    void extension(Extension extension, Optional<String> errorType) {
        tell(
                "platform.extension",
                "INFO",
                "EXTENSION\tName: %s\tState: %s\tEvents: [%s]%s\n"
                        .formatted(
                                extension.name(),
                                extension.state(),
                                String.join(", ", extension.wanted()),
                                errorType.map(type -> "\tError Type: " + type).orElse("")),
                record -> {
                    record.put("name", extension.name());
                    record.put("state", extension.state().toString());
                    var events = record.putArray("events");
                    extension.wanted().forEach(events::add);
                    errorType.ifPresent(type -> record.put("errorType", type));
                });
    }

    /// An extension has subscribed to telemetry.
    void subscribed(Telemetry.Subscription subscription) {
        var kinds = subscription.kinds().stream().map(Telemetry.Kind::word).toList();
        tell(
                "platform.telemetrySubscription",
                "INFO",
                "TELEMETRY\tName: %s\tState: Subscribed\tTypes: [%s]\n"
                        .formatted(
                                subscription.extension(),
                                kinds.stream()
                                        .map(PlatformLog::capitalized)
                                        .collect(Collectors.joining(", "))),
                record -> {
                    record.put("name", subscription.extension());
                    record.put("state", "Subscribed");
                    var types = record.putArray("types");
                    kinds.forEach(types::add);
                });
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /// An invocation begins.
    void start(String requestId) {
        tell(
                "platform.start",
                "INFO",
                "START RequestId: %s Version: %s\n".formatted(requestId, spec.version()),
                record -> record.put("requestId", requestId).put("version", spec.version()));
    }

    /// A sentence of the text form, which the report of the JSON form has as its status.
    void sentence(String text) {
        if (isText()) {
            log.platform(text);
        }
    }

    /// The runtime has done with an invocation; extensions may not have yet.
    ///
    /// @param status `success`, `error`, `failure` or `timeout`
    void runtimeDone(String requestId, String status, Duration took, int producedBytes) {
        telemetry.platform(
                "platform.runtimeDone",
                record -> {
                    record.put("requestId", requestId).put("status", status);
                    record.putObject("metrics")
                            .put("durationMs", milliseconds(took))
                            .put("producedBytes", producedBytes);
                });
    }

    /// An invocation has ended.
    void end(Report report) {
        if (isText()) {
            log.platform("END RequestId: " + report.requestId() + "\n");
        }
        tell(
                "platform.report",
                report.status().isPresent() ? "WARN" : "INFO",
                report.line(),
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

    /// To the log, and to extensions that want to be told.
    private void tell(String type, String level, String text, Filling filling) {
        telemetry.platform(type, filling);
        if (isText()) {
            log.platform(text);
        } else if (spec.logFormat().takes(level)) {
            var event = JSON.createObjectNode();
            event.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
            event.put("type", type);
            filling.accept(event.putObject("record"));
            log.platform(event + "\n");
        }
    }

    private static double milliseconds(Duration duration) {
        return Math.round(duration.toNanos() / 1e3) / 1e3;
    }
}
