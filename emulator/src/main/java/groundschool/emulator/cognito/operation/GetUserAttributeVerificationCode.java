package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.message.Delivery;
import groundschool.emulator.cognito.message.Messages;
import groundschool.emulator.cognito.user.Attempts;
import groundschool.emulator.cognito.user.AttributeChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sends a code to an address of whoever asks.
///
/// Source:
/// [GetUserAttributeVerificationCode](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserAttributeVerificationCode.html)
public record GetUserAttributeVerificationCode(
        String accessToken, String attributeName, Optional<Map<String, String>> clientMetadata)
        implements CognitoIdpOperation, OfHolder, Interaction<UserPools> {

    public record Response(Delivery.Details codeDeliveryDetails) {}

    @Override
    public Response run(Turn<UserPools> turn, Call call) {
        var holding = holding(clientMetadata, turn, call);
        var visit = holding.visit();
        if (!List.of("email", "phone_number").contains(attributeName)) {
            throw CognitoErrors.invalid(
                    "Invalid attribute %s: only email and phone_number can be verified."
                            .formatted(attributeName));
        }
        var address =
                holding.user()
                        .attribute(attributeName)
                        .orElseThrow(() ->
                                CognitoErrors.invalid(
                                        "User does not have the attribute " + attributeName));
        visit.change(pools -> {
            pools.attempts(visit.pool())
                    .count(
                            Attempts.Kind.ASK_ATTRIBUTE_CODE,
                            holding.user().username(),
                            visit.now());
            return true;
        });
        var delivery = Delivery.to(attributeName, address);
        AttributeChange.sendCode(
                visit, holding.user(), delivery, Messages.Occasion.VERIFY_ATTRIBUTE);
        return new Response(delivery.details());
    }
}
