package groundschool.emulator.cognito.risk;

import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.user.User;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Keeps what threat protection sees, each in a transition that stays whatever comes of the call.
final class Observations {

    private Observations() {}

    static AuthEvent keep(
            Visit visit,
            User user,
            AuthEvent.Type type,
            AuthEvent.Response response,
            AuthEvent.Risk risk,
            List<AuthEvent.Challenge> challenges) {
        var event =
                new AuthEvent(
                        UUID.randomUUID().toString(),
                        type,
                        visit.now(),
                        user.username(),
                        user.sub(),
                        visit.clientId(),
                        visit.call().requestId(),
                        response,
                        risk,
                        challenges,
                        visit.context(),
                        Optional.empty());
        visit.change(pools -> {
            new AuthEvents(visit.pool(), pools).add(event);
            return true;
        });
        EventMetrics.count(visit, event);
        EventLog.tell(visit, event);
        return event;
    }

    static void change(Visit visit, User user, String id, UnaryOperator<AuthEvent> how) {
        visit.change(pools -> new AuthEvents(visit.pool(), pools).change(user.username(), id, how))
                .ifPresent(event -> EventLog.tell(visit, event));
    }

    /// What somebody did before, the newest first.
    static List<AuthEvent> of(Visit visit, User user) {
        return visit.change(pools -> new AuthEvents(visit.pool(), pools).of(user, visit.now()));
    }

    static RiskConfiguration configuration(Visit visit) {
        return visit.change(
                pools -> new RiskConfigurations(visit.pool(), pools).of(visit.clientId()));
    }
}
