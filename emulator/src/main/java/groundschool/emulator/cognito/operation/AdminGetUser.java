package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Shows somebody.
///
/// Source:
/// [AdminGetUser](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUser.html)
public record AdminGetUser(String userPoolId, String username)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(
            String username,
            List<Attribute> userAttributes,
            Instant userCreateDate,
            Instant userLastModifiedDate,
            boolean enabled,
            String userStatus,
            Optional<String> preferredMfaSetting,
            Optional<List<String>> userMFASettingList) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var user = pools.users(pools.pool(userPoolId, call)).named(username);
        return new Response(
                user.username(),
                Attribute.list(user.allAttributes()),
                user.createdAt(),
                user.modifiedAt(),
                user.enabled(),
                user.status().name(),
                user.factors().preferred(),
                Optional.of(user.factors().active()).filter(all -> !all.isEmpty()));
    }
}
