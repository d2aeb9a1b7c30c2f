package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.token.Verified;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Shows whoever asks.
///
/// Source:
/// [GetUser](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUser.html)
public record GetUser(String accessToken)
        implements CognitoIdpOperation, OfHolder, Operation<UserPools> {

    public record Response(
            String username,
            List<Attribute> userAttributes,
            Optional<String> preferredMfaSetting,
            Optional<List<String>> userMFASettingList) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var holder = Verified.holder(accessToken, pools, call.now());
        var user = holder.user();
        var readable = holder.client().settings().readAttributes();
        var shown = new TreeMap<>(user.allAttributes());
        shown.keySet()
                .removeIf(name ->
                        name.startsWith("dev:")
                                || (!readable.isEmpty()
                                        && !readable.contains(name)
                                        && !name.equals("sub")));
        return new Response(
                user.username(),
                Attribute.list(shown),
                user.factors().preferred(),
                Optional.of(user.factors().active()).filter(all -> !all.isEmpty()));
    }
}
