package groundschool.emulator.cognito.login;

import groundschool.emulator.AwsException;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Hashes;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.federation.ExternalPeople;
import groundschool.emulator.cognito.federation.IdentityProvider;
import groundschool.emulator.cognito.federation.ProviderTokens;
import groundschool.emulator.cognito.flow.Step;
import groundschool.emulator.cognito.pool.AppClient;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.user.User;
import groundschool.emulator.wire.FormFields;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sends people to identity providers, and lets them in when they come back.
///
/// What is remembered meanwhile travels with them, sealed, and is good in the browser that it was
/// made for only: so nobody can have somebody else finish a sign-in, and a crowd that never comes
/// back leaves nothing behind.
final class FederatedPages {

    private static final String KIND = "cognito-federation";
    private static final Duration VALIDITY = Duration.ofMinutes(10);
    private static final int NONCE_BYTES = 24;
    private static final int PARTS = 7;
    private static final List<String> CHOICE = List.of("identity_provider", "idp_identifier");

    private FederatedPages() {}

    /// Where somebody signs in.
    sealed interface Way {
        /// On the pool's own pages.
        record Own() implements Way {}

        record Elsewhere(IdentityProvider provider) implements Way {}

        /// At a provider that the client does not have.
        record Nowhere() implements Way {}
    }

    /// The only way that a client has; nothing if there are several, or its own page.
    static Optional<IdentityProvider> only(Arrival arrival, AppClient client) {
        var all = arrival.change(pools -> providers(arrival, pools, client));
        return client.settings().hasOwnPeople() || all.size() != 1
                ? Optional.empty()
                : Optional.of(all.getFirst());
    }

    /// Whether somebody who has signed in at the pool could have at a client of it.
    static boolean isFor(AppClient client, User user, Pool pool, UserPools pools) {
        var providers = client.settings().supportedIdentityProviders();
        return client.settings().hasOwnPeople()
                || pools.identities(pool).of(user.username()).stream()
                        .anyMatch(each -> providers.contains(each.providerName()));
    }

    /// What an application asks for.
    static Way way(Arrival arrival, AppClient client) {
        return arrival.change(pools -> {
            var all = providers(arrival, pools, client);
            var name = arrival.query().get("identity_provider");
            var identifier = arrival.query().get("idp_identifier");
            if (name.isEmpty() && identifier.isEmpty()) {
                return new Way.Own();
            }
            if (name.equals(Optional.of("COGNITO")) && client.settings().hasOwnPeople()) {
                return new Way.Own();
            }
            return all.stream()
                    .filter(each ->
                            name.map(each.name()::equals)
                                    .orElseGet(() ->
                                            each.identifiers().contains(identifier.orElse(""))))
                    .findFirst()
                    .<Way>map(Way.Elsewhere::new)
                    .orElseGet(Way.Nowhere::new);
        });
    }

    private static List<IdentityProvider> providers(
            Arrival arrival, UserPools pools, AppClient client) {
        return pools.identityProviders(arrival.pool()).all().stream()
                .filter(each ->
                        client.settings().supportedIdentityProviders().contains(each.name()))
                .toList();
    }

    /// A way to each provider of a client, as HTML.
    static List<String> links(Arrival arrival, AppClient client) {
        var query =
                Stream.of(arrival.request().query().split("&"))
                        .filter(part -> !part.isEmpty())
                        .filter(part -> !CHOICE.contains(part.split("=", 2)[0]))
                        .collect(Collectors.joining("&"));
        return arrival.change(pools -> providers(arrival, pools, client)).stream()
                .map(provider ->
                        Html.button(
                                "/oauth2/authorize?%s&identity_provider=%s"
                                        .formatted(query, Authorize.encoded(provider.name())),
                                "Continue with " + provider.name()))
                .toList();
    }

    /// Sends somebody there.
    static HttpResponse leave(Arrival arrival, IdentityProvider provider) {
        var bytes = new byte[NONCE_BYTES];
        var state =
                arrival.change(pools -> {
                    pools.random().nextBytes(bytes);
                    return pools.seals()
                            .seal(
                                    String.join(
                                            "\n",
                                            KIND,
                                            arrival.pool().id(),
                                            provider.name(),
                                            nonce(bytes),
                                            browser(arrival),
                                            Long.toString(
                                                    arrival.now().plus(VALIDITY).toEpochMilli()),
                                            arrival.request().query()));
                });
        var url = provider.detail("authorize_url");
        return Replies.redirect(
                url
                        + (url.contains("?") ? "&" : "?")
                        + "client_id="
                        + Authorize.encoded(provider.detail("client_id"))
                        + "&redirect_uri="
                        + Authorize.encoded(here(arrival))
                        + "&scope="
                        + Authorize.encoded(provider.detail("authorize_scopes"))
                        + "&response_type=code&nonce="
                        + nonce(bytes)
                        + "&state="
                        + Authorize.encoded(state),
                arrival.cookies().keepCsrf());
    }

    private static String nonce(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Which browser it is, in a form that does not give away what forms are known by.
    private static String browser(Arrival arrival) {
        return Base64.getEncoder()
                .encodeToString(
                        Hashes.sha256(Hashes.utf8(KIND), Hashes.utf8(arrival.cookies().csrf())));
    }

    private static String here(Arrival arrival) {
        return LoginAddress.of(arrival.pool(), arrival.sandbox().services().address())
                + "/oauth2/idpresponse";
    }

    /// Somebody comes back.
    static HttpResponse back(Arrival arrival) {
        var state =
                arrival.query()
                        .get("state")
                        .flatMap(text -> arrival.change(pools -> pools.seals().open(text)))
                        .map(text -> text.split("\n", -1))
                        .filter(parts -> isGood(arrival, parts));
        if (state.isEmpty()) {
            return Pages.error(
                    arrival,
                    400,
                    "This sign-in was not begun in this browser, or too long ago. Go back to the application and sign in again.");
        }
        var parts = state.get();
        return SignInPages.wished(
                begun(arrival, parts[6]),
                (begun, wish) -> {
                    try {
                        var entered = entered(arrival, wish, parts[2], parts[3]);
                        return SignInPages.finish(
                                begun,
                                wish,
                                new Step.Done(entered.user(), arrival.now()),
                                !entered.isNew());
                    } catch (AwsException refusal) {
                        return Replies.redirect(
                                Authorize.back(
                                        wish.redirectUri(),
                                        wish.state(),
                                        false,
                                        "error_description",
                                        refusal.message(),
                                        "error",
                                        "invalid_request"));
                    }
                });
    }

    private static boolean isGood(Arrival arrival, String[] parts) {
        return parts.length == PARTS
                && parts[0].equals(KIND)
                && parts[1].equals(arrival.pool().id())
                && Hashes.same(parts[4], browser(arrival))
                && arrival.now().isBefore(Instant.ofEpochMilli(Long.parseLong(parts[5])));
    }

    /// The request that it began with.
    private static Arrival begun(Arrival arrival, String query) {
        var now = arrival.request();
        return new Arrival(
                arrival.sandbox(),
                arrival.pool(),
                HttpRequest.of("GET", "/oauth2/authorize", query, now.headers(), new byte[0]),
                FormFields.of(query),
                FormFields.of(""),
                arrival.cookies());
    }

    private static ExternalPeople.Entered entered(
            Arrival arrival, Authorize wish, String name, String nonce) {
        arrival.query()
                .get("error")
                .ifPresent(error -> {
                    throw CognitoErrors.invalid(
                            arrival.query().get("error_description").orElse(error));
                });
        var provider =
                arrival.change(pools -> providers(arrival, pools, wish.client())).stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                CognitoErrors.invalid(
                                        "The client does not have the identity provider " + name));
        var visit = arrival.visit(wish.client());
        var claims =
                ProviderTokens.claims(
                        provider,
                        new ProviderTokens.Exchange(
                                arrival.query().get("code").orElse(""), here(arrival), nonce),
                        visit.call().services(),
                        visit.now());
        return ExternalPeople.enter(visit, provider, claims);
    }
}
