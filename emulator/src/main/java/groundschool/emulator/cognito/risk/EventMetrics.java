package groundschool.emulator.cognito.risk;

import groundschool.emulator.cloudwatch.CloudWatch;
import groundschool.emulator.cloudwatch.Dimension;
import groundschool.emulator.cognito.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What threat protection tells CloudWatch.
///
/// Source: [Viewing threat protection
/// metrics](https://docs.aws.amazon.com/cognito/latest/developerguide/metrics-for-cognito-user-pools.html)
final class EventMetrics {

    private static final String NAMESPACE = "AWS/Cognito";

    private EventMetrics() {}

    /// Counts an event, once.
    static void count(Visit visit, AuthEvent event) {
        if (event.type() == AuthEvent.Type.ForgotPassword
                || event.type() == AuthEvent.Type.ResendCode) {
            return;
        }
        var risk = event.risk();
        var level = risk.level().map(each -> each.name().toLowerCase(Locale.ROOT));
        if (risk.compromised()) {
            add(visit, event, "CompromisedCredentialRisk", List.of(level("high")));
        }
        level.ifPresent(each -> add(visit, event, "AccountTakeOverRisk", List.of(level(each))));
        if (risk.decision() == AuthEvent.Decision.Block) {
            add(visit, event, "OverrideBlock", List.of(level(level.orElse("high"))));
        }
        var isRisk =
                risk.compromised()
                        || level.isPresent()
                        || risk.decision() == AuthEvent.Decision.Block;
        add(visit, event, isRisk ? "Risk" : "NoRisk", List.of());
    }

    private static Dimension level(String name) {
        return new Dimension("RiskLevel", name);
    }

    private static void add(Visit visit, AuthEvent event, String metric, List<Dimension> more) {
        var dimensions = new ArrayList<>(more);
        dimensions.add(new Dimension("Operation", event.type().name()));
        dimensions.add(new Dimension("UserPoolId", visit.pool().id()));
        var sandbox = visit.turn().sandbox();
        sandbox.state(CloudWatch.SERVICE)
                .feed()
                .of(sandbox.services())
                .add(visit.pool().region(), NAMESPACE, metric, dimensions, "Count", 1);
    }
}
