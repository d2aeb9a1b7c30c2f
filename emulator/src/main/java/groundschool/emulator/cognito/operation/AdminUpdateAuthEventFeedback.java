package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.risk.Feedbacks;
import java.util.Optional;

/// Says whether it was the user who did something, as an administrator.
///
/// Source:
/// [AdminUpdateAuthEventFeedback](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateAuthEventFeedback.html)
public record AdminUpdateAuthEventFeedback(
        String userPoolId, String username, String eventId, String feedbackValue)
        implements CognitoIdpOperation, OfPool, Interaction<UserPools> {

    @Override
    public Nothing run(Turn<UserPools> turn, Call call) {
        var visit = Visit.toPool(userPoolId, Optional.empty(), turn, call);
        Feedbacks.byAdministrator(visit, username, eventId, feedbackValue);
        return new Nothing();
    }
}
