package groundschool.emulator.cognito.login;

import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.AppClient;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.wire.FormFields;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// What an application asks for when it sends somebody to the pages.
///
/// Source: [Authorize
/// endpoint](https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html)
///
/// @param byCode whether it wants a code rather than tokens
record Authorize(
        AppClient client,
        String redirectUri,
        boolean byCode,
        List<String> scopes,
        Optional<String> state,
        Optional<String> nonce,
        Optional<String> challenge) {

    /// Either such a request or why it is none.
    sealed interface Read {
        record Fine(Authorize wish) implements Read {}

        /// Nobody can be told but whoever looks at the page.
        record Page(String message) implements Read {}

        /// The application is told.
        record Back(String redirectUri, String error, String description, Optional<String> state)
                implements Read {}
    }

    /// Reads it. Nobody is sent anywhere that the client has not been set up for.
    static Read of(FormFields query, Pool pool, UserPools pools) {
        var client =
                query.get("client_id")
                        .flatMap(pools::findClient)
                        .filter(each -> each.userPoolId().equals(pool.id()));
        if (client.isEmpty()) {
            return new Read.Page("Client does not exist.");
        }
        var settings = client.get().settings();
        var redirect =
                query.get("redirect_uri")
                        .or(settings::defaultRedirectURI)
                        .or(() -> settings.callbackURLs().stream().findFirst());
        if (redirect.isEmpty() || !settings.callbackURLs().contains(redirect.get())) {
            return new Read.Page("The redirect_uri is none of the client's callback URLs.");
        }
        if (!settings.allowedOAuthFlowsUserPoolClient()) {
            return new Read.Page("The client is not set up for OAuth 2.0 sign-in.");
        }
        return checked(query, client.get(), redirect.get());
    }

    private static Read checked(FormFields query, AppClient client, String redirect) {
        var state = query.get("state");
        var settings = client.settings();
        var type = query.get("response_type").orElse("");
        if (!type.equals("code") && !type.equals("token")) {
            return new Read.Back(redirect, "invalid_request", "invalid response_type", state);
        }
        var byCode = type.equals("code");
        if (!settings.allowedOAuthFlows().contains(byCode ? "code" : "implicit")) {
            return new Read.Back(redirect, "unauthorized_client", "flow not allowed", state);
        }
        var scopes =
                query.get("scope")
                        .filter(text -> !text.isBlank())
                        .map(text -> List.of(text.strip().split("[ +]+")))
                        .orElse(settings.allowedOAuthScopes());
        if (!settings.allowedOAuthScopes().containsAll(scopes)) {
            return new Read.Back(redirect, "invalid_scope", "scope not allowed", state);
        }
        var challenge = query.get("code_challenge");
        var method = query.get("code_challenge_method");
        if (challenge.isPresent() != method.isPresent()
                || method.filter(each -> !each.equals("S256")).isPresent()) {
            return new Read.Back(
                    redirect, "invalid_request", "code_challenge_method must be S256", state);
        }
        return new Read.Fine(
                new Authorize(
                        client, redirect, byCode, scopes, state, query.get("nonce"), challenge));
    }

    /// Where the application is told something.
    ///
    /// @param answers names and values in turn
    /// @param inFragment whether they are kept from servers
    static String back(
            String redirectUri, Optional<String> state, boolean inFragment, String... answers) {
        var text = new StringBuilder(redirectUri);
        var mark = inFragment ? "#" : redirectUri.contains("?") ? "&" : "?";
        for (int i = 0; i < answers.length; i += 2) {
            text.append(mark).append(answers[i]).append('=').append(encoded(answers[i + 1]));
            mark = "&";
        }
        if (state.isPresent()) {
            text.append(mark).append("state=").append(encoded(state.get()));
        }
        return text.toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
