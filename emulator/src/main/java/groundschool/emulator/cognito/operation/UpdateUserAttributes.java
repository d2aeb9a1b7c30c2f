package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.message.Delivery;
import groundschool.emulator.cognito.user.AttributeChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes what is known of whoever asks.
///
/// Source:
/// [UpdateUserAttributes](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserAttributes.html)
public record UpdateUserAttributes(
        List<Attribute> userAttributes,
        String accessToken,
        Optional<Map<String, String>> clientMetadata)
        implements CognitoIdpOperation, OfHolder, Interaction<UserPools> {

    public record Response(List<Delivery.Details> codeDeliveryDetailsList) {}

    @Override
    public Response run(Turn<UserPools> turn, Call call) {
        var holding = holding(clientMetadata, turn, call);
        var changes = Attribute.map(Optional.of(userAttributes));
        AttributeChange.checkWritable(holding.visit(), changes.keySet());
        return new Response(AttributeChange.apply(holding.visit(), holding.user(), changes));
    }
}
