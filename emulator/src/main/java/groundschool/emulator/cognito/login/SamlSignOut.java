package groundschool.emulator.cognito.login;

import groundschool.emulator.HttpResponse;
import groundschool.emulator.cognito.federation.Identity;
import groundschool.emulator.cognito.federation.IdentityProvider;
import groundschool.emulator.cognito.federation.SamlKeys;
import groundschool.emulator.cognito.federation.SamlLogout;
import java.util.Optional;
import java.util.UUID;

/// Signs people out at the SAML provider that vouched for them as well, if the owner has it so.
///
/// Source: [Signing out SAML users with single
/// sign-out](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-saml-idp-sign-out.html)
final class SamlSignOut {

    private static final String KIND = "SAML_SIGN_OUT";

    private SamlSignOut() {}

    private record Elsewhere(IdentityProvider provider, Identity identity) {}

    /// The way to the provider; nothing if nobody has signed in who came from one that wants to
    /// know.
    ///
    /// @param logoutUri where the application wants people to be in the end
    static Optional<HttpResponse> leave(Arrival arrival, String logoutUri) {
        return elsewhere(arrival).map(each -> leave(arrival, each, logoutUri));
    }

    private static Optional<Elsewhere> elsewhere(Arrival arrival) {
        return arrival.change(pools ->
                arrival.cookies()
                        .signedIn(arrival.pool(), pools, arrival.now())
                        .flatMap(who ->
                                pools.identities(arrival.pool()).of(who.user().username()).stream()
                                        .filter(each -> each.attribute().equals(Identity.SUBJECT))
                                        .flatMap(identity ->
                                                pools
                                                        .identityProviders(arrival.pool())
                                                        .find(identity.providerName())
                                                        .filter(IdentityProvider::endsSignIns)
                                                        .map(provider ->
                                                                new Elsewhere(provider, identity))
                                                        .stream())
                                        .findFirst()));
    }

    private static HttpResponse leave(Arrival arrival, Elsewhere elsewhere, String logoutUri) {
        var key = SamlKeys.of(arrival.pool(), SamlKeys.Use.SIGNING, arrival.now(), arrival::change);
        var relay =
                arrival.change(pools ->
                        pools.seals()
                                .seal(String.join("\n", KIND, arrival.pool().id(), logoutUri)));
        var request =
                new SamlLogout(
                        "_" + UUID.randomUUID(),
                        elsewhere.provider().detail("SLORedirectBindingURI"),
                        elsewhere.identity().userId(),
                        arrival.pool(),
                        arrival.now());
        return Replies.redirect(request.address(relay, key), LoginCookies.forget());
    }

    /// Somebody comes back from there. They were signed out here before they left, whatever the
    /// provider says.
    static HttpResponse back(Arrival arrival) {
        return arrival.form()
                .get("RelayState")
                .or(() -> arrival.query().get("RelayState"))
                .flatMap(text -> arrival.change(pools -> pools.seals().open(text)))
                .map(text -> text.split("\n", -1))
                .filter(parts ->
                        parts.length == 3
                                && parts[0].equals(KIND)
                                && parts[1].equals(arrival.pool().id()))
                .map(parts -> Replies.redirect(parts[2]))
                .orElseGet(() ->
                        Pages.error(
                                arrival,
                                400,
                                "This sign-out was not begun here. You can close this page."));
    }
}
