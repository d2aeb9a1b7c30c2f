package groundschool.emulator.apigateway.serve;

import java.util.Optional;

/// Tells of requests that have been answered: metrics and logs.
///
/// Source: [Set up CloudWatch
/// logging](https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html)
final class Chronicle {

    private Chronicle() {}

    static void note(Journal journal, Outgoing answer, Optional<Trouble> trouble) {
        ApiMetrics.count(journal, answer);
        journal.exchange().ifPresent(exchange -> ExecutionLog.write(exchange, answer, trouble));
        journal.staged()
                .stage()
                .accessLogSettings()
                .ifPresent(settings -> AccessLog.write(settings, journal, answer, trouble));
    }
}
