package groundschool.emulator.cognito.login;

import groundschool.emulator.AwsException;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.federation.ExternalPeople;
import groundschool.emulator.cognito.federation.IdentityProvider;
import groundschool.emulator.cognito.federation.ProviderTokens;
import groundschool.emulator.cognito.federation.Vouched;
import groundschool.emulator.cognito.flow.Step;
import groundschool.emulator.cognito.pool.AppClient;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.user.User;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sends people to identity providers, and lets them in when they come back.
final class FederatedPages {

    static final String NOT_HERE =
            "This sign-in was not begun in this browser, or too long ago. Go back to the application and sign in again.";

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
        var brand = Brand.of(arrival);
        var order = brand.map(Brand::order).orElse(List.of());
        return arrival.change(pools -> providers(arrival, pools, client)).stream()
                .sorted(Comparator.comparing(each -> place(order, each.name())))
                .map(provider ->
                        Html.button(
                                "/oauth2/authorize?%s&identity_provider=%s"
                                        .formatted(query, Authorize.encoded(provider.name())),
                                "Continue with " + provider.name(),
                                brand.flatMap(each -> each.icon(provider.name()))))
                .toList();
    }

    /// Those that the owner put in no order come last, in theirs.
    private static int place(List<String> order, String name) {
        var at = order.indexOf(name);
        return at < 0 ? order.size() : at;
    }

    /// Sends somebody there.
    static HttpResponse leave(Arrival arrival, IdentityProvider provider) {
        if (provider.isSocial()) {
            return Pages.error(
                    arrival,
                    400,
                    "Groundschool's emulator asks identity providers on this machine only, and sends nobody to %s. Sign in another way, or try an OpenID Connect provider of your own."
                            .formatted(provider.name()));
        }
        var state = FederationState.of(arrival, provider);
        if (provider.isSaml()) {
            return SamlPages.leave(arrival, provider, state);
        }
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
                        + state.nonce()
                        + "&state="
                        + Authorize.encoded(state.sealed(arrival)),
                arrival.cookies().keepCsrf());
    }

    private static String here(Arrival arrival) {
        return arrival.address() + "/oauth2/idpresponse";
    }

    /// Somebody comes back.
    static HttpResponse back(Arrival arrival) {
        var state =
                FederationState.open(arrival, arrival.query().get("state"))
                        .filter(each -> each.isOf(arrival));
        return state.isEmpty()
                ? Pages.error(arrival, 400, NOT_HERE)
                : enter(
                        arrival,
                        state.get(),
                        (visit, provider) -> claims(arrival, visit, provider, state.get()));
    }

    /// What a provider says of somebody.
    interface Vouching {
        Vouched of(Visit visit, IdentityProvider provider);
    }

    /// Lets somebody in who has come back in the browser that left, or tells the application why
    /// not.
    static HttpResponse enter(Arrival arrival, FederationState state, Vouching vouching) {
        return enter(arrival, state.begun(arrival), state.provider(), vouching);
    }

    /// The same for what is wanted otherwise.
    ///
    /// @param wanted the request of the authorize endpoint that says so
    static HttpResponse enter(Arrival arrival, Arrival wanted, String name, Vouching vouching) {
        return SignInPages.wished(
                wanted,
                (begun, wish) -> {
                    try {
                        var visit = arrival.visit(wish.client());
                        var provider = provider(arrival, wish, name);
                        var entered =
                                ExternalPeople.enter(visit, provider, vouching.of(visit, provider));
                        return SignInPages.finish(
                                begun,
                                wish,
                                new Step.Done(entered.user(), arrival.now()),
                                !entered.isNew());
                    } catch (AwsException refusal) {
                        return refused(wish, refusal);
                    }
                });
    }

    /// The application is told.
    static HttpResponse refused(Authorize wish, AwsException refusal) {
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

    /// Whom somebody was sent to, if the client still has it.
    static IdentityProvider provider(Arrival arrival, Authorize wish, String name) {
        return arrival.change(pools -> providers(arrival, pools, wish.client())).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        CognitoErrors.invalid(
                                "The client does not have the identity provider " + name));
    }

    private static Vouched claims(
            Arrival arrival, Visit visit, IdentityProvider provider, FederationState state) {
        arrival.query()
                .get("error")
                .ifPresent(error -> {
                    throw CognitoErrors.invalid(
                            arrival.query().get("error_description").orElse(error));
                });
        return ProviderTokens.vouched(
                provider,
                new ProviderTokens.Exchange(
                        arrival.query().get("code").orElse(""), here(arrival), state.nonce()),
                visit.call().services(),
                visit.now());
    }
}
