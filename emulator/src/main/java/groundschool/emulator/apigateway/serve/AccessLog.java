package groundschool.emulator.apigateway.serve;

import groundschool.emulator.apigateway.ApiGateway;
import groundschool.emulator.apigateway.integration.LogRole;
import groundschool.emulator.apigateway.integration.LogWriter;
import groundschool.emulator.apigateway.rest.AccessLogSettings;
import groundschool.emulator.apigateway.template.Mapped;
import groundschool.emulator.wire.Json;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes a line for each request into a log group, as the role of the account.
final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final Pattern VARIABLE = Pattern.compile("\\$context((?:\\.[A-Za-z0-9_-]+)+)");

    private AccessLog() {}

    static void write(
            AccessLogSettings settings,
            Journal journal,
            Outgoing answer,
            Optional<Trouble> trouble) {
        var group = settings.destinationArn().map(AccessLog::group).orElse("");
        var format = settings.format().orElse("");
        if (group.isEmpty() || format.isEmpty()) {
            return;
        }
        var line = line(format, values(journal, answer, trouble));
        var request = journal.request();
        var sandbox = request.sandbox();
        sandbox.storage()
                .transition(() -> sandbox.state(ApiGateway.SERVICE).logRole(request.region()))
                .flatMap(role -> LogRole.session(role, sandbox))
                .ifPresent(role ->
                        LogWriter.write(
                                group, request.stage(), line, role, request.region(), sandbox));
    }

    private static String group(String arn) {
        var at = arn.indexOf(":log-group:");
        return at < 0 ? "" : arn.substring(at + ":log-group:".length()).replaceAll(":\\*$", "");
    }

    private static String line(String format, Map<String, Object> context) {
        return VARIABLE.matcher(format)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                Mapped.inContext(
                                                context,
                                                String.valueOf(found.group(1)).substring(1))
                                        .orElse("-")));
    }

    private static Map<String, Object> values(
            Journal journal, Outgoing answer, Optional<Trouble> trouble) {
        var context = journal.context();
        context.put("status", answer.status());
        context.put("responseLength", answer.body().length);
        context.put("responseLatency", journal.took().toMillis());
        context.put("integrationLatency", "-");
        journal.integration().ifPresent(took -> context.put("integrationLatency", took.toMillis()));
        trouble.ifPresent(each ->
                context.put(
                        "error",
                        Map.of(
                                "message", each.message().orElse("null"),
                                "messageString",
                                        Json.mapper()
                                                .writeValueAsString(each.message().orElse("null")),
                                "responseType", each.type().name())));
        return context;
    }
}
