package groundschool.emulator.cognito.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.passkey.Registration;
import groundschool.emulator.cognito.token.Verified;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Registers the passkey that the browser has made.
///
/// Source:
/// [CompleteWebAuthnRegistration](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CompleteWebAuthnRegistration.html)
public record CompleteWebAuthnRegistration(String accessToken, JsonNode credential)
        implements CognitoIdpOperation, OfHolder, Interaction<UserPools> {

    @Override
    public Nothing run(Turn<UserPools> turn, Call call) {
        // What is refused ends the registration all the same.
        var refusal =
                turn.transition(pools -> {
                    var holder = Verified.holder(accessToken, pools, call.now());
                    try {
                        new Registration(holder.pool(), holder.user(), holder.client())
                                .complete(credential, pools, call.now());
                        return Optional.<AwsException>empty();
                    } catch (AwsException wrong) {
                        return Optional.of(wrong);
                    }
                });
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        return new Nothing();
    }
}
