package groundschool.emulator.cognito.login;

import groundschool.emulator.AwsException;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.federation.IdentityProvider;
import groundschool.emulator.cognito.federation.SamlClaims;
import groundschool.emulator.cognito.federation.SamlKey;
import groundschool.emulator.cognito.federation.SamlKeys;
import groundschool.emulator.cognito.federation.SamlRequest;
import groundschool.emulator.cognito.federation.UsedAssertions;
import groundschool.emulator.cognito.federation.Vouched;
import groundschool.emulator.cognito.flow.AuthSession;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sends people to SAML providers, and lets them in when they come back.
///
/// A provider's page posts its answer from another site, with which browsers send no cookies. So
/// the answer is checked and kept for a moment, and whoever brought it is sent on to an address of
/// this site, where their browser shows that it is the one that left.
///
/// Source: [SAML identity providers in user
/// pools](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-saml-idp-authentication.html),
/// [the saml2/idpresponse
/// endpoint](https://docs.aws.amazon.com/cognito/latest/developerguide/saml2-idpresponse-endpoint.html)
final class SamlPages {

    private static final String KEPT = "SAML_RESPONSE";
    private static final String NONCE = "\nnonce";
    private static final Duration VALIDITY = Duration.ofMinutes(2);
    private static final String NOT_BEGUN =
            "Invalid samlResponse or relayState from identity provider";

    private SamlPages() {}

    static HttpResponse leave(Arrival arrival, IdentityProvider provider, FederationState state) {
        var request =
                new SamlRequest(
                        id(state),
                        provider.detail("SSORedirectBindingURI"),
                        here(arrival),
                        arrival.pool(),
                        arrival.now());
        var key =
                provider.signsRequests()
                        ? Optional.of(key(arrival, SamlKeys.Use.SIGNING))
                        : Optional.<SamlKey>empty();
        return Replies.redirect(
                request.address(state.sealed(arrival), key), arrival.cookies().keepCsrf());
    }

    private static SamlKey key(Arrival arrival, SamlKeys.Use use) {
        return SamlKeys.of(arrival.pool(), use, arrival.now(), arrival::change);
    }

    /// An XML id begins with no digit.
    private static String id(FederationState state) {
        return "_" + state.nonce();
    }

    private static String here(Arrival arrival) {
        return arrival.address() + "/saml2/idpresponse";
    }

    /// A provider's answer comes.
    static HttpResponse take(Arrival arrival) {
        var relay = arrival.form().get("RelayState");
        var state = FederationState.open(arrival, relay);
        if (state.isEmpty()) {
            return IdpInitiated.take(arrival, relay.orElse(""))
                    .orElseGet(() -> Pages.error(arrival, 400, NOT_BEGUN));
        }
        return SignInPages.wished(
                state.get().begun(arrival),
                (begun, wish) -> {
                    try {
                        var session = kept(arrival, wish, state.get());
                        return Replies.redirect(
                                "/saml2/idpresponse?session=%s&state=%s"
                                        .formatted(
                                                Authorize.encoded(session),
                                                Authorize.encoded(relay.orElseThrow())));
                    } catch (AwsException refusal) {
                        return FederatedPages.refused(wish, refusal);
                    }
                });
    }

    /// What an answer says, once it is known to be good.
    private static String kept(Arrival arrival, Authorize wish, FederationState state) {
        var provider = FederatedPages.provider(arrival, wish, state.provider());
        var visit = arrival.visit(wish.client());
        var vouched = read(arrival, visit, provider, id(state));
        var data = new LinkedHashMap<>(vouched.claims());
        data.put(NONCE, state.nonce());
        return visit.change(pools -> {
            use(arrival, vouched, visit.now());
            return pools.sessions(arrival.pool())
                    .begin(
                            wish.client().id(),
                            Optional.empty(),
                            KEPT,
                            data,
                            List.of(),
                            VALIDITY,
                            visit.now());
        });
    }

    /// What a provider's answer says.
    ///
    /// @param request the id of the request that it answers; empty if there was none
    static SamlClaims read(
            Arrival arrival, Visit visit, IdentityProvider provider, String request) {
        return SamlClaims.of(
                provider,
                arrival.typed("SAMLResponse"),
                new SamlClaims.Expected(
                        SamlRequest.entity(arrival.pool()),
                        here(arrival),
                        request,
                        provider.isEncrypted()
                                ? Optional.of(key(arrival, SamlKeys.Use.ENCRYPTION))
                                : Optional.empty()),
                visit.call().services(),
                visit.now());
    }

    /// An assertion is good once.
    static void use(Arrival arrival, SamlClaims vouched, Instant now) {
        if (!new UsedAssertions(arrival.pool(), arrival.sandbox().storage())
                .use(vouched.assertion(), now)) {
            throw CognitoErrors.invalid(
                    "Error in SAML response processing: the assertion was used before");
        }
    }

    /// The browser that brought it shows that it is the one that left.
    static HttpResponse back(Arrival arrival) {
        var state =
                FederationState.open(arrival, arrival.query().get("state"))
                        .filter(each -> each.isOf(arrival));
        var session = state.flatMap(each -> session(arrival, each));
        if (session.isEmpty()) {
            return Pages.error(arrival, 400, FederatedPages.NOT_HERE);
        }
        var claims = new LinkedHashMap<>(session.get().data());
        claims.remove(NONCE);
        return FederatedPages.enter(arrival, state.orElseThrow(), (_, _) -> vouched(claims));
    }

    private static Optional<AuthSession> session(Arrival arrival, FederationState state) {
        return arrival.change(pools -> {
            try {
                var sessions = pools.sessions(arrival.pool());
                var open = sessions.open(arrival.query().get("session").orElse(""), arrival.now());
                if (!open.asked().equals(KEPT) || !open.get(NONCE).equals(state.nonce())) {
                    return Optional.empty();
                }
                sessions.close(open);
                return Optional.of(open);
            } catch (AwsException _) {
                return Optional.empty();
            }
        });
    }

    static Vouched vouched(Map<String, String> claims) {
        var shown = new LinkedHashMap<>(claims);
        shown.keySet().removeAll(List.of(IdentityProvider.NAME_ID, IdentityProvider.ISSUER));
        return new Vouched(claims, Map.of("samlResponse", shown));
    }
}
