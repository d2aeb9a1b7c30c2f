package groundschool.emulator.cognito.login;

import groundschool.emulator.AwsException;
import groundschool.emulator.Headers;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.flow.Refresh;
import groundschool.emulator.cognito.pool.AppClient;
import groundschool.emulator.cognito.token.AuthenticationResult;
import groundschool.emulator.cognito.token.ClientTokens;
import groundschool.emulator.cognito.token.Jwts;
import groundschool.emulator.cognito.token.Tokens;
import groundschool.emulator.cognito.user.User;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Where applications exchange codes, refresh tokens and their own secrets for tokens.
///
/// Source: [Token
/// endpoint](https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html),
/// [revoke
/// endpoint](https://docs.aws.amazon.com/cognito/latest/developerguide/revocation-endpoint.html)
final class TokenEndpoint {

    private TokenEndpoint() {}

    static HttpResponse answer(Arrival arrival) {
        var client = client(arrival);
        if (client.isEmpty()) {
            return Replies.error("invalid_client");
        }
        try {
            return switch (arrival.typed("grant_type")) {
                case "authorization_code" -> byCode(arrival, client.get());
                case "refresh_token" -> byRefresh(arrival, client.get());
                case "client_credentials" -> bySecret(arrival, client.get());
                case "" -> Replies.error("invalid_request");
                default -> Replies.error("unsupported_grant_type");
            };
        } catch (AwsException refusal) {
            return Replies.error("invalid_grant");
        }
    }

    /// The application, which has shown its secret if it has one: in a header or in the form.
    private static Optional<AppClient> client(Arrival arrival) {
        var basic =
                arrival.request()
                        .headers()
                        .first("Authorization")
                        .filter(text -> text.regionMatches(true, 0, "Basic ", 0, 6))
                        .map(text -> decoded(text.substring(6).strip()));
        var id = basic.map(text -> text.split(":", 2)[0]).or(() -> arrival.form().get("client_id"));
        var secret =
                basic.filter(text -> text.contains(":"))
                        .map(text -> text.split(":", 2)[1])
                        .or(() -> arrival.form().get("client_secret"));
        return arrival.change(pools ->
                id.flatMap(pools::findClient)
                        .filter(each -> each.userPoolId().equals(arrival.pool().id()))
                        .filter(each ->
                                each.hasSecret()
                                        ? secret.filter(each::isSecret).isPresent()
                                        : secret.filter(text -> !text.isEmpty()).isEmpty()));
    }

    private static String decoded(String base64) {
        try {
            var text = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            // Not all clients encode what they should; a plus sign then means itself.
            return text.contains("%") ? URLDecoder.decode(text, StandardCharsets.UTF_8) : text;
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private static HttpResponse byCode(Arrival arrival, AppClient client) {
        var code =
                arrival.change(pools ->
                        pools.loginCodes(arrival.pool())
                                .take(arrival.typed("code"), arrival.now()));
        var isFine =
                code.filter(each -> each.clientId().equals(client.id()))
                        .filter(each ->
                                each.redirectUri()
                                        .equals(arrival.form().get("redirect_uri").orElse("")))
                        .filter(each -> each.fits(arrival.form().get("code_verifier")))
                        .isPresent();
        if (!isFine) {
            return Replies.error("invalid_grant");
        }
        var visit = arrival.visit(client);
        var used = code.orElseThrow();
        var user =
                visit.user(used.username())
                        .filter(User::enabled)
                        .orElseThrow(CognitoErrors::userNotFound);
        var grant =
                visit.change(pools ->
                        pools.grants(arrival.pool())
                                .begin(
                                        user,
                                        client,
                                        used.scopes(),
                                        used.authTime(),
                                        Optional.empty(),
                                        used.event(),
                                        visit.now()));
        return tokens(
                Tokens.issue(
                        visit,
                        user,
                        grant,
                        new Tokens.Wish("TokenGeneration_HostedAuth", used.nonce(), true)));
    }

    private static HttpResponse byRefresh(Arrival arrival, AppClient client) {
        return tokens(Refresh.exchanged(arrival.visit(client), arrival.typed("refresh_token")));
    }

    private static HttpResponse tokens(AuthenticationResult result) {
        var body = new LinkedHashMap<String, Object>();
        result.idToken().ifPresent(token -> body.put("id_token", token));
        body.put("access_token", result.accessToken());
        result.refreshToken().ifPresent(token -> body.put("refresh_token", token));
        body.put("expires_in", result.expiresIn());
        body.put("token_type", "Bearer");
        return Replies.json(200, body);
    }

    /// An application on its own behalf.
    private static HttpResponse bySecret(Arrival arrival, AppClient client) {
        if (!client.hasSecret()) {
            return Replies.error("invalid_client");
        }
        if (!client.settings().allowedOAuthFlows().contains("client_credentials")) {
            return Replies.error("unauthorized_client");
        }
        var allowed = ClientTokens.allowed(client);
        var scopes =
                arrival.form()
                        .get("scope")
                        .filter(text -> !text.isBlank())
                        .map(text -> List.of(text.strip().split(" +")))
                        .orElse(allowed);
        if (!allowed.containsAll(scopes)) {
            return Replies.error("invalid_scope");
        }
        var body = new LinkedHashMap<String, Object>();
        var visit = arrival.visit(client);
        body.put("access_token", ClientTokens.issue(metadata(arrival, visit), scopes));
        body.put("expires_in", (int) client.settings().accessTokens().toSeconds());
        body.put("token_type", "Bearer");
        return Replies.json(200, body);
    }

    /// With what the application passes on to functions: a JSON object of texts.
    private static Visit metadata(Arrival arrival, Visit visit) {
        var all = new LinkedHashMap<String, String>();
        arrival.form()
                .get("aws_client_metadata")
                .ifPresent(text -> {
                    try {
                        JsonMapper.shared()
                                .readTree(text)
                                .forEachEntry((name, value) -> all.put(name, value.asString("")));
                    } catch (JacksonException _) {
                        throw CognitoErrors.invalid("aws_client_metadata must be JSON");
                    }
                });
        return new Visit(visit.turn(), visit.call(), visit.pool(), visit.client(), all);
    }

    /// Ends the sign-in that a refresh token stands for.
    static HttpResponse revoke(Arrival arrival) {
        var client = client(arrival);
        if (client.isEmpty()) {
            return Replies.error("invalid_client");
        }
        var token = arrival.typed("token");
        if (token.isEmpty()) {
            return Replies.error("invalid_request");
        }
        if (!client.get().settings().enableTokenRevocation()) {
            return Replies.error("invalid_request");
        }
        if (Jwts.pool(token).isPresent()) {
            return Replies.error("unsupported_token_type");
        }
        try {
            Refresh.revoke(arrival.visit(client.get()), token);
            return HttpResponse.of(200, Headers.of("Cache-Control", "no-store"), new byte[0]);
        } catch (AwsException _) {
            return Replies.error("invalid_request");
        }
    }
}
