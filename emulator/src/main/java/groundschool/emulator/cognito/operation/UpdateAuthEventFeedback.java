package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.Bearer;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.risk.Feedbacks;

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
        implements CognitoIdpOperation, Unsigned, Operation<UserPools> {

    @Override
    public Bearer bearer() {
        return new Bearer.Pool(userPoolId);
    }

    @Override
    public Nothing run(UserPools pools, Call call) {
        Feedbacks.byUser(
                pools.pool(userPoolId, call),
                pools,
                username,
                eventId,
                feedbackToken,
                feedbackValue,
                call.now());
        return new Nothing();
    }
}
