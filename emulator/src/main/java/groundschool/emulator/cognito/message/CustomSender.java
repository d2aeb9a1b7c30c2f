package groundschool.emulator.cognito.message;

import groundschool.emulator.AwsException;
import groundschool.emulator.Principal;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.logging.LogExport;
import groundschool.emulator.cognito.pool.PoolSettings;
import groundschool.emulator.cognito.user.User;
import groundschool.emulator.kms.KeyClient;
import groundschool.emulator.lambda.operation.Invoke;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// Hands messages to a function of the owner's that sends them, with the code encrypted. Nobody
/// waits for it.
///
/// Source: [Custom sender Lambda
/// triggers](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-sender-triggers.html)
final class CustomSender {

    private static final String SERVICE = "cognito-idp.amazonaws.com";

    private CustomSender() {}

    /// The function that sends what goes that way; absent if the pool sends it itself.
    private static Optional<String> function(Visit visit, boolean byEmail) {
        var all = visit.pool().settings().lambdaConfig();
        return (byEmail ? all.customEmailSender() : all.customSMSSender())
                .map(PoolSettings.SenderConfig::lambdaArn);
    }

    /// @param occasion such as `SignUp`
    /// @param secret the code, or the temporary password
    /// @return whether there is such a function, which has it now
    static boolean took(Visit visit, User user, String occasion, Delivery delivery, String secret) {
        var byEmail = delivery.medium().equals("EMAIL");
        var function = function(visit, byEmail);
        function.ifPresent(arn -> {
            try {
                hand(visit, user, byEmail ? "Email" : "SMS", occasion, arn, secret);
            } catch (AwsException refusal) {
                LogExport.undelivered(
                        visit,
                        "The custom sender for %s could not be invoked: %s"
                                .formatted(delivery.hidden(), refusal.code()));
            }
        });
        return function.isPresent();
    }

    private static void hand(
            Visit visit, User user, String way, String occasion, String function, String secret) {
        var account = visit.call().account();
        var pool =
                visit.call()
                        .services()
                        .as(
                                new Principal.AwsService(
                                        account, SERVICE, visit.pool().arn(account)),
                                visit.pool().region());
        var request = new LinkedHashMap<String, Object>();
        request.put("type", "custom%sSenderRequestV1".formatted(way));
        request.put("code", encrypted(visit, KeyClient.of(pool), secret));
        if (!visit.metadata().isEmpty()) {
            request.put("clientMetadata", visit.metadata());
        }
        var attributes = new LinkedHashMap<String, Object>(user.allAttributes());
        attributes.put("cognito:user_status", user.status().name());
        request.put("userAttributes", attributes);
        var event = new LinkedHashMap<String, Object>();
        event.put("version", "1");
        event.put("triggerSource", "Custom%sSender_%s".formatted(way, occasion));
        event.put("region", visit.pool().region());
        event.put("userPoolId", visit.pool().id());
        event.put("userName", user.username());
        event.put(
                "callerContext",
                Map.of("awsSdkVersion", "aws-sdk-unknown-unknown", "clientId", visit.clientId()));
        event.put("request", request);
        pool.run(Invoke.event(function, JsonMapper.shared().writeValueAsBytes(event)));
    }

    private static String encrypted(Visit visit, KeyClient keys, String secret) {
        var key = visit.pool().settings().lambdaConfig().kMSKeyID().orElse("");
        var context = new TreeMap<>(Map.of("userpool-id", visit.pool().id()));
        return Base64.getEncoder()
                .encodeToString(
                        EncryptedMessage.of(
                                secret.getBytes(StandardCharsets.UTF_8),
                                key,
                                context,
                                keys,
                                visit.change(UserPools::random)));
    }
}
