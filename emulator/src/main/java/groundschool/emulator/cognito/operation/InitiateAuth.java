package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.flow.Refresh;
import groundschool.emulator.cognito.flow.SignIn;
import groundschool.emulator.cognito.flow.Step;
import groundschool.emulator.cognito.token.AuthenticationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Begins a sign-in.
///
/// Source:
/// [InitiateAuth](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html)
public record InitiateAuth(
        String authFlow,
        Optional<Map<String, String>> authParameters,
        Optional<Map<String, String>> clientMetadata,
        String clientId,
        Optional<String> session,
        Optional<AnalyticsMetadata> analyticsMetadata,
        Optional<UserContextData> userContextData)
        implements CognitoIdpOperation, OfClient, Interaction<UserPools> {

    /// Either a challenge or tokens.
    public record Response(
            Optional<String> challengeName,
            Optional<String> session,
            Map<String, String> challengeParameters,
            Optional<AuthenticationResult> authenticationResult,
            Optional<List<String>> availableChallenges) {

        static Response of(Step step, Visit visit) {
            return switch (step) {
                case Step.Challenge(var name, var session, var parameters, var available) ->
                        new Response(
                                Optional.of(name),
                                session,
                                parameters,
                                Optional.empty(),
                                Optional.of(available).filter(all -> !all.isEmpty()));
                case Step.Done done -> of(SignIn.tokens(visit, done));
            };
        }

        static Response of(AuthenticationResult tokens) {
            return new Response(
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Optional.of(tokens),
                    Optional.empty());
        }
    }

    @Override
    public Response run(Turn<UserPools> turn, Call call) {
        return begin(
                UserContextData.told(
                        userContextData, Visit.byClient(clientId, clientMetadata, turn, call)),
                authFlow,
                authParameters.orElse(Map.of()),
                session,
                false);
    }

    static Response begin(
            Visit visit,
            String flow,
            Map<String, String> parameters,
            Optional<String> session,
            boolean byAdministrator) {
        if (!flow.equals("REFRESH_TOKEN_AUTH") && !flow.equals("REFRESH_TOKEN")) {
            return Response.of(
                    SignIn.begin(visit, flow, parameters, session, byAdministrator), visit);
        }
        var token = parameters.getOrDefault("REFRESH_TOKEN", "");
        if (token.isEmpty()) {
            throw CognitoErrors.missing("REFRESH_TOKEN");
        }
        var client = visit.application();
        if (client.hasSecret() && !isHashOfHolder(visit, token, parameters)) {
            throw parameters.containsKey("SECRET_HASH")
                    ? CognitoErrors.notAuthorized(
                            "SecretHash does not match for the client: " + client.id())
                    : CognitoErrors.notAuthorized(
                            "Client %s is configured with secret but SECRET_HASH was not received"
                                    .formatted(client.id()));
        }
        return Response.of(
                Refresh.plainly(
                        visit.on(Optional.ofNullable(parameters.get("DEVICE_KEY"))), token));
    }

    /// The hash is of the name that the token is of; clients also send that of an alias.
    private static boolean isHashOfHolder(
            Visit visit, String token, Map<String, String> parameters) {
        var holder =
                visit.change(pools ->
                        pools.keys(visit.pool())
                                .unsealed(token)
                                .flatMap(read ->
                                        pools.users(visit.pool()).exactly(read.username())));
        if (holder.isEmpty()) {
            throw CognitoErrors.invalidRefreshToken();
        }
        var names = new ArrayList<String>();
        names.add(holder.get().username());
        names.add(holder.get().sub());
        holder.get().attribute("email").ifPresent(names::add);
        holder.get().attribute("phone_number").ifPresent(names::add);
        holder.get().attribute("preferred_username").ifPresent(names::add);
        return names.stream()
                .anyMatch(name ->
                        visit.application()
                                .isSecretHash(parameters.getOrDefault("SECRET_HASH", ""), name));
    }
}
