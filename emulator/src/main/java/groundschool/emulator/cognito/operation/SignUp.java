package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.flow.SignUpSession;
import groundschool.emulator.cognito.message.Delivery;
import groundschool.emulator.cognito.user.Registration;
import groundschool.emulator.cognito.user.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Adds whoever wants to be in the pool.
///
/// Source:
/// [SignUp](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html)
public record SignUp(
        String clientId,
        Optional<String> secretHash,
        String username,
        Optional<String> password,
        Optional<List<Attribute>> userAttributes,
        Optional<List<Attribute>> validationData,
        Optional<Map<String, String>> clientMetadata,
        Optional<AnalyticsMetadata> analyticsMetadata,
        Optional<UserContextData> userContextData)
        implements CognitoIdpOperation, OfClient, Interaction<UserPools> {

    public record Response(
            boolean userConfirmed,
            Optional<Delivery.Details> codeDeliveryDetails,
            String userSub,
            Optional<String> session) {}

    @Override
    public Response run(Turn<UserPools> turn, Call call) {
        var visit =
                UserContextData.told(
                        userContextData, Visit.byClient(clientId, clientMetadata, turn, call));
        visit.application().checkSecretHash(secretHash, username);
        var registered =
                Registration.signUp(
                        visit,
                        username,
                        password,
                        Attribute.map(userAttributes),
                        Attribute.map(validationData));
        return new Response(
                registered.user().status() == User.Status.CONFIRMED,
                registered.sentTo(),
                registered.user().sub(),
                SignUpSession.begin(visit, registered.user(), SignUpSession.SIGNED_UP));
    }
}
