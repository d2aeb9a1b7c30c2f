package groundschool.emulator.cognito.login;

import groundschool.emulator.HttpResponse;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.federation.IdentityProvider;
import groundschool.emulator.cognito.federation.Vouched;
import groundschool.emulator.wire.FormFields;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lets people in whom a SAML provider sends of its own accord, if the owner has it so. What they
/// want stands in the relay state, as it would in the address of the authorize endpoint.
///
/// Nothing shows that somebody wanted to come: that is why owners have to ask for it.
///
/// Source: [Using SAML session initiation in Amazon Cognito user
/// pools](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-SAML-session-initiation.html)
final class IdpInitiated {

    private static final String PROVIDER = "identity_provider";

    private IdpInitiated() {}

    /// Nothing if that is no way in.
    static Optional<HttpResponse> take(Arrival arrival, String relay) {
        var asked = FormFields.of(relay);
        return asked.get(PROVIDER)
                .flatMap(name ->
                        arrival.change(pools -> pools.identityProviders(arrival.pool()).find(name)))
                .filter(IdentityProvider::beginsSignIns)
                .map(provider ->
                        FederatedPages.enter(
                                arrival,
                                arrival.asking(withoutProvider(relay)),
                                provider.name(),
                                (visit, known) -> vouched(arrival, visit, known)));
    }

    private static String withoutProvider(String relay) {
        return Stream.of(relay.split("&"))
                .filter(part -> !part.startsWith(PROVIDER + "="))
                .collect(Collectors.joining("&"));
    }

    private static Vouched vouched(Arrival arrival, Visit visit, IdentityProvider provider) {
        var vouched = SamlPages.read(arrival, visit, provider, "");
        visit.change(pools -> {
            SamlPages.use(arrival, vouched, visit.now());
            return true;
        });
        return SamlPages.vouched(vouched.claims());
    }
}
