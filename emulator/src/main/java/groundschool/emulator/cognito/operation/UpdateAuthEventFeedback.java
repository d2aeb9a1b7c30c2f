package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.Bearer;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.risk.Feedbacks;
import java.util.Optional;

/// Says whether it was oneself who did something, by the token that the notice brought.
///
/// Source:
/// [UpdateAuthEventFeedback](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateAuthEventFeedback.html)
public record UpdateAuthEventFeedback(
        String userPoolId,
        String username,
        String eventId,
        String feedbackToken,
        String feedbackValue)
        implements CognitoIdpOperation, Unsigned, Interaction<UserPools> {

    @Override
    public Bearer bearer() {
        return new Bearer.Pool(userPoolId);
    }

    @Override
    public Nothing run(Turn<UserPools> turn, Call call) {
        var visit = Visit.toPool(userPoolId, Optional.empty(), turn, call);
        Feedbacks.byUser(visit, username, eventId, feedbackToken, feedbackValue);
        return new Nothing();
    }
}
