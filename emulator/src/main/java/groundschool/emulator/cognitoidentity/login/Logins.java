package groundschool.emulator.cognitoidentity.login;

import com.nimbusds.jose.jwk.JWKSet;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.cognito.CognitoIdp;
import groundschool.emulator.cognito.token.Verified;
import groundschool.emulator.cognitoidentity.CognitoIdentityErrors;
import groundschool.emulator.cognitoidentity.Identity.Link;
import groundschool.emulator.cognitoidentity.IdentityPool;
import groundschool.emulator.cognitoidentity.TokenKey;
import groundschool.emulator.iam.Iam;
import groundschool.emulator.iam.OidcProviders;
import groundschool.emulator.iam.ThisMachine;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sts.IssuerKeys;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Verifies the sign-ins that a request shows. Providers are asked for their keys, so that no lock
/// is to be held.
///
/// Source: [Identity pools third-party identity
/// providers](https://docs.aws.amazon.com/cognito/latest/developerguide/external-identity-providers.html)
///
/// @param signer what tokens of the sandbox's own pools are signed with
public record Logins(IdentityPool pool, TokenKey signer, Sandbox sandbox, Call call) {

    private static final String USER_POOL = "cognito-idp.";
    private static final String OIDC = ":oidc-provider/";

    /// All of them, in the order in which they are given.
    ///
    /// @param logins tokens by provider
    /// @throws AwsException if one is not good
    public List<Login> verify(Optional<Map<String, String>> logins) {
        var all = new ArrayList<Login>();
        logins.orElse(Map.of()).forEach((provider, token) -> all.add(verify(provider, token)));
        return all;
    }

    private Login verify(String provider, String token) {
        if (provider.equals(TokenKey.NAME)) {
            return ofDeveloper(token);
        }
        if (provider.startsWith(USER_POOL)) {
            return ofUserPool(provider, token);
        }
        if (isAmong(pool.settings().samlProviders(), provider)) {
            throw CognitoIdentityErrors.notYet("logins by SAML");
        }
        if (pool.settings().publicProviders().orElse(Map.of()).containsKey(provider)) {
            throw CognitoIdentityErrors.notYet(
                    "logins by %s, whose keys are not on this machine,".formatted(provider));
        }
        return ofOidcProvider(provider, token);
    }

    private static boolean isAmong(Optional<List<String>> all, String one) {
        return all.orElse(List.of()).contains(one);
    }

    private Login ofUserPool(String provider, String token) {
        var clients =
                pool.settings().userPools().orElse(List.of()).stream()
                        .filter(each -> each.providerName().equals(Optional.of(provider)))
                        .flatMap(each -> each.clientId().stream())
                        .toList();
        var shown = IdToken.of(token);
        shown.checkIssuer("https://" + provider);
        var client = shown.audience(clients);
        shown.verify(keysOf(provider), call.now());
        if (isCheckedThere(provider, client) && !isStanding(provider, shown)) {
            throw CognitoIdentityErrors.invalidLogin("Token is revoked.");
        }
        return new Login(
                provider,
                Optional.of(client),
                new Link(provider, shown.subject()),
                List.of(provider, provider + ":CognitoSignIn:" + shown.subject()),
                shown.texts());
    }

    private boolean isCheckedThere(String provider, String client) {
        return pool.settings().userPools().orElse(List.of()).stream()
                .anyMatch(each ->
                        each.providerName().equals(Optional.of(provider))
                                && each.clientId().equals(Optional.of(client))
                                && each.serverSideTokenCheck().orElse(false));
    }

    private boolean isStanding(String provider, IdToken shown) {
        var userPool = provider.substring(provider.indexOf('/') + 1);
        return sandbox.storage()
                .transition(() ->
                        Verified.isStanding(
                                shown.claims(), userPool, sandbox.state(CognitoIdp.SERVICE)));
    }

    /// The keys that a user pool publishes, asked for as everybody asks.
    private JWKSet keysOf(String provider) {
        var parts = provider.split("/", 2);
        var answer =
                call.services()
                        .answer(
                                HttpRequest.of(
                                        "GET",
                                        "/%s/.well-known/jwks.json".formatted(parts[1]),
                                        "",
                                        Headers.of("Host", parts[0]),
                                        new byte[0]));
        try {
            if (answer.status() == 200) {
                return JWKSet.parse(new String(answer.bytes(), StandardCharsets.UTF_8));
            }
        } catch (ParseException _) {
            // Said below.
        }
        throw CognitoIdentityErrors.invalidLogin("Couldn't verify signed token.");
    }

    private Login ofOidcProvider(String provider, String token) {
        var arn =
                pool.settings().oidcProviders().orElse(List.of()).stream()
                        .filter(each -> each.equals(provider) || each.endsWith(OIDC + provider))
                        .findFirst()
                        .orElseThrow(CognitoIdentityErrors::unknownProvider);
        var known =
                sandbox.storage()
                        .transition(() ->
                                OidcProviders.in(sandbox.state(Iam.SERVICE))
                                        .find(arn, sandbox.account()))
                        .orElseThrow(() ->
                                CognitoIdentityErrors.invalidLogin(
                                        "Couldn't verify signed token."));
        var shown = IdToken.of(token);
        shown.checkIssuer(known.url());
        var client = shown.audience(known.clientIds());
        if (!ThisMachine.isAt(known.url())) {
            throw CognitoIdentityErrors.invalidLogin(
                    "Groundschool's emulator only asks providers on this machine for their keys.");
        }
        shown.verify(keysAt(known.url()), call.now());
        return new Login(
                known.name(),
                Optional.of(client),
                new Link(known.name(), shown.subject()),
                List.of(known.name(), known.name() + ":OIDC:" + shown.subject()),
                shown.texts());
    }

    private static JWKSet keysAt(String issuer) {
        try {
            return IssuerKeys.of(issuer);
        } catch (AwsException unreachable) {
            throw CognitoIdentityErrors.invalidLogin("Couldn't verify signed token.");
        }
    }

    /// A token that GetOpenIdTokenForDeveloperIdentity gave.
    private Login ofDeveloper(String token) {
        var shown = IdToken.of(token);
        shown.checkIssuer(TokenKey.ISSUER);
        shown.audience(List.of(pool.id()));
        shown.verify(signer.published(), call.now());
        var amr = shown.texts().getOrDefault("amr", List.of());
        return new Login(
                TokenKey.NAME,
                Optional.empty(),
                new Link(TokenKey.NAME, shown.subject()),
                amr.stream().filter(each -> !each.equals("authenticated")).toList(),
                shown.texts());
    }
}
