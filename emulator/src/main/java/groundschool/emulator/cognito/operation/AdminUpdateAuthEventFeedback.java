package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.risk.Feedbacks;

/// Says whether it was the user who did something, as an administrator.
///
/// Source:
/// [AdminUpdateAuthEventFeedback](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateAuthEventFeedback.html)
public record AdminUpdateAuthEventFeedback(
        String userPoolId, String username, String eventId, String feedbackValue)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        Feedbacks.byAdministrator(pool, pools, username, eventId, feedbackValue, call.now());
        return new Nothing();
    }
}
