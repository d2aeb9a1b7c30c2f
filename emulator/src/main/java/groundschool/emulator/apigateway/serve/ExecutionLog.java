package groundschool.emulator.apigateway.serve;

import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.integration.LogRole;
import groundschool.emulator.apigateway.integration.LogWriter;
import java.util.Optional;

/// Tells of each step of a request in `API-Gateway-Execution-Logs_API/STAGE`, where a stage sets a
/// level of logging: of all at INFO, of those that failed at ERROR.
///
/// Source: [Set up CloudWatch
/// logging](https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html)
final class ExecutionLog {

    private ExecutionLog() {}

    static void write(Exchange exchange, Outgoing answer, Optional<Trouble> trouble) {
        var setting = StageSettings.of(exchange);
        boolean wanted =
                switch (setting.loggingLevel().orElse("OFF")) {
                    case "INFO" -> true;
                    case "ERROR" -> trouble.isPresent() || answer.status() >= 500;
                    default -> false;
                };
        if (!wanted) {
            return;
        }
        var request = exchange.request();
        var sandbox = request.sandbox();
        var lines = new TestLog(request.requestId(), request.at());
        lines.began(exchange, setting.dataTraceEnabled());
        lines.passed(exchange.hop(), setting.dataTraceEnabled());
        trouble.ifPresentOrElse(
                lines::failed, () -> lines.answered(answer, setting.dataTraceEnabled()));
        lines.ended(answer.status());
        var role =
                sandbox.storage()
                        .transition(() -> Gateway.of(sandbox).logRole(request.region()))
                        .flatMap(arn -> LogRole.session(arn, sandbox));
        var group = "API-Gateway-Execution-Logs_%s/%s".formatted(request.api(), request.stage());
        role.ifPresent(principal ->
                LogWriter.writeAll(
                        group,
                        request.stage(),
                        lines.messages(),
                        principal,
                        request.region(),
                        sandbox));
    }
}
