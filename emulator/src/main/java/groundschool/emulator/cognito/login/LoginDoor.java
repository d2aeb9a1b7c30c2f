package groundschool.emulator.cognito.login;

import groundschool.emulator.Hosted;
import groundschool.emulator.HostedThings;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.cognito.CognitoIdp;
import groundschool.emulator.cognito.Visitors;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.emulator.wire.Cors;
import groundschool.emulator.wire.FormFields;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// Answers at the domains of user pools: the pages on which people sign in, and the endpoints of
/// OAuth 2.0 and OpenID Connect.
///
/// Source: [User pool endpoints and managed
/// login](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-userpools-server-contract-reference.html)
public final class LoginDoor implements HostedThings {

    private static final int MOST_BYTES = 64 * 1024;

    /// The pages that managed login has for applications with a style only.
    private static final Set<String> OF_STYLE =
            Set.of(
                    "/login",
                    "/challenge",
                    "/passkey",
                    "/passkeys/add",
                    "/signup",
                    "/confirm",
                    "/resendcode",
                    "/forgotPassword",
                    "/confirmForgotPassword");

    /// What AWS's page says as well.
    private static final String NO_STYLE =
            "Please contact an administrator. This application has no managed login branding style: CreateManagedLoginBranding makes one.";

    private final Visitors visitors;

    public LoginDoor(Sandboxes sandboxes) {
        this.visitors = new Visitors(sandboxes);
    }

    @Override
    public String service() {
        return "auth";
    }

    @Override
    public HttpResponse answer(Hosted hosted, String requestId) {
        var request = hosted.request();
        var preflight = Cors.preflight(request, requestId);
        if (preflight.isPresent()) {
            return Cors.allow(request, preflight.get());
        }
        var region = hosted.host().region().orElse("");
        var found = visitors.domain(region, hosted.host().name());
        if (request.path().equals("/login.css") && request.query().isEmpty()) {
            return Replies.style(LoginPage.STYLE);
        }
        if (found.isEmpty()) {
            return Replies.page(
                    404,
                    LoginPage.saying(
                                    "There is nobody to sign in to",
                                    "No user pool has this domain. Whoever looks after the application can see in the pool's settings which one it has.")
                            .html("No user pool", "", Dress.PLAIN),
                    "");
        }
        var sandbox = found.get();
        try {
            return answer(hosted, sandbox, region);
        } catch (IOException _) {
            return Replies.text(400, "The request could not be read.\n");
        }
    }

    private HttpResponse answer(Hosted hosted, Sandbox sandbox, String region) throws IOException {
        var request = hosted.request();
        var body = request.body().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return Replies.text(413, "The form is too long.\n");
        }
        var arrival =
                sandbox.storage()
                        .transition(() -> {
                            var pools = sandbox.state(CognitoIdp.SERVICE);
                            var domain =
                                    pools.domains()
                                            .get(LoginDomain.key(region, hosted.host().name()))
                                            .orElseThrow();
                            return new Arrival(
                                    sandbox,
                                    pools.pool(domain.userPoolId()),
                                    domain,
                                    request,
                                    FormFields.of(request.query()),
                                    FormFields.of(body),
                                    new LoginCookies(request, pools.random()));
                        });
        var answered = endpoint(arrival);
        if (answered.isPresent()) {
            return Cors.allow(request, answered.get());
        }
        if (hosted.byPath()) {
            // Pages are on a host of their own only: on the shared one they could read each
            // other's cookies.
            var address = arrival.address();
            return Replies.redirect(address + arrival.to(request.path()));
        }
        return page(arrival);
    }

    private static Optional<HttpResponse> endpoint(Arrival arrival) {
        var request = arrival.request();
        return switch (request.method() + " " + request.path()) {
            case "POST /oauth2/token" -> Optional.of(TokenEndpoint.answer(arrival));
            case "GET /oauth2/userInfo", "POST /oauth2/userInfo" ->
                    Optional.of(UserInfo.answer(arrival));
            case "POST /oauth2/revoke" -> Optional.of(TokenEndpoint.revoke(arrival));
            default -> Optional.empty();
        };
    }

    private static HttpResponse page(Arrival arrival) {
        var request = arrival.request();
        if (request.method().equals("POST") && request.path().equals("/saml2/idpresponse")) {
            return SamlPages.take(arrival);
        }
        if (request.path().equals("/saml2/logout")) {
            return SamlSignOut.back(arrival);
        }
        if (request.method().equals("POST") && !arrival.cookies().isOwn(arrival.form())) {
            return Pages.error(
                    arrival,
                    403,
                    "This form is too old. Go back, reload the page and send it again.");
        }
        if (OF_STYLE.contains(request.path()) && Brand.isMissing(arrival)) {
            return Pages.error(arrival, 400, "Login pages unavailable", NO_STYLE);
        }
        return switch (request.method() + " " + request.path()) {
            case "GET /brand" -> Brand.image(arrival);
            case "GET /login.css" -> Replies.style(Dress.css(arrival));
            case "GET /logo" -> Pages.logo(arrival);
            case "GET /oauth2/authorize" -> SignInPages.authorize(arrival);
            case "GET /oauth2/idpresponse" -> FederatedPages.back(arrival);
            case "GET /saml2/idpresponse" -> SamlPages.back(arrival);
            case "GET /logout" -> SignInPages.logout(arrival);
            case "GET /confirmUser" -> SignUpPages.confirmByLink(arrival);
            case "GET /authEventFeedback" -> FeedbackPage.take(arrival);
            case "GET /login" -> SignInPages.wished(arrival, SignInPages::login);
            case "POST /login" -> SignInPages.own(arrival, SignInPages::signIn);
            case "POST /challenge" -> SignInPages.own(arrival, SignInPages::answer);
            case "GET /passkey.js" -> Replies.script(PasskeyPages.script());
            case "GET /passkey" -> SignInPages.own(arrival, PasskeyPages::form);
            case "POST /passkey" -> SignInPages.own(arrival, PasskeyPages::begin);
            case "GET /passkeys/add" -> PasskeyPages.add(arrival);
            case "POST /passkeys/add" -> PasskeyPages.added(arrival);
            case "GET /signup" -> SignInPages.own(arrival, SignUpPages::form);
            case "POST /signup" -> SignInPages.own(arrival, SignUpPages::signUp);
            case "GET /confirm" -> SignInPages.own(arrival, SignUpPages::confirmForm);
            case "POST /confirm" -> SignInPages.own(arrival, SignUpPages::confirm);
            case "POST /resendcode" -> SignInPages.own(arrival, SignUpPages::resend);
            case "GET /forgotPassword" -> SignInPages.own(arrival, ForgottenPages::form);
            case "POST /forgotPassword" -> SignInPages.own(arrival, ForgottenPages::send);
            case "POST /confirmForgotPassword" -> SignInPages.own(arrival, ForgottenPages::confirm);
            default -> Pages.error(arrival, 404, "There is no such page.");
        };
    }
}
