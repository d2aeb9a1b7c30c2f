package groundschool.emulator.cognito.login;

import groundschool.emulator.AwsException;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.flow.Choice;
import groundschool.emulator.cognito.flow.Step;
import groundschool.emulator.cognito.passkey.Registration;
import groundschool.emulator.cognito.passkey.RelyingParty;
import groundschool.emulator.cognito.pool.AppClient;
import groundschool.emulator.cognito.user.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The pages on which somebody signs in with a passkey, or makes one. Only these have a script:
/// browsers give passkeys to scripts alone.
///
/// Source: [Passkey
/// sign-in](https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html#amazon-cognito-user-pools-authentication-flow-methods-passkey)
final class PasskeyPages {

    private static final String SCRIPT = "/groundschool/emulator/cognito-idp/passkey.js";

    private PasskeyPages() {}

    /// Whether an application's people may sign in so.
    static boolean isPossible(Arrival arrival, AppClient client) {
        return RelyingParty.isAllowed(arrival.pool()) && client.allows("USER_AUTH");
    }

    static byte[] script() {
        try (var in =
                Objects.requireNonNull(PasskeyPages.class.getResourceAsStream(SCRIPT), SCRIPT)) {
            return in.readAllBytes();
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }

    static HttpResponse form(Arrival arrival, Authorize wish) {
        return isPossible(arrival, wish.client())
                ? Pages.show(arrival, page(arrival), wish.redirectUri())
                : Pages.error(arrival, 404, "There is no such page.");
    }

    /// Asks who it is, since a passkey is somebody's.
    static LoginPage page(Arrival arrival) {
        return new LoginPage(
                "Sign in with a passkey",
                "",
                "Say who you are. Your browser then asks for your passkey.",
                arrival.to("/passkey"),
                Html.field(
                        "username",
                        SignInPages.nameLabel(arrival.pool()),
                        "text",
                        "username webauthn",
                        arrival.typed("username")),
                "Go on",
                List.of(withPassword(arrival)));
    }

    private static String withPassword(Arrival arrival) {
        return Html.link(arrival.to("/login"), "Sign in with a password");
    }

    /// Somebody has said who they are.
    static HttpResponse begin(Arrival arrival, Authorize wish) {
        if (!isPossible(arrival, wish.client())) {
            return Pages.error(arrival, 404, "There is no such page.");
        }
        var username = arrival.typed("username");
        try {
            var step =
                    Choice.begin(
                            arrival.visit(wish.client()),
                            username,
                            Optional.of("WEB_AUTHN"),
                            Map.of());
            return step instanceof Step.Challenge challenge && challenge.name().equals("WEB_AUTHN")
                    ? SignInPages.next(arrival, wish, step, username)
                    : refused(arrival, wish, "There is no passkey of yours here.");
        } catch (AwsException refusal) {
            return refused(arrival, wish, Pages.words(refusal));
        }
    }

    private static HttpResponse refused(Arrival arrival, Authorize wish, String why) {
        return Pages.show(arrival, page(arrival).withError(why), wish.redirectUri());
    }

    /// The page that asks the browser for a passkey.
    ///
    /// @param common hidden fields that all challenges have
    static LoginPage asking(Arrival arrival, String common, String options) {
        return new LoginPage(
                "Use your passkey",
                "",
                "",
                arrival.to("/challenge"),
                common + waiting("get", options),
                "Use my passkey",
                List.of(withPassword(arrival)));
    }

    /// What the script fills in.
    private static String waiting(String what, String options) {
        return """
        <div data-passkey="%s" data-options="%s">
        <p class="error" role="alert" hidden></p>
        <noscript><p>Browsers give passkeys to scripts only: let this page run its script, or go another way.</p></noscript>
        </div>
        %s%s
        """
                .formatted(what, Html.escape(options), Html.hidden("credential", ""), Html.SCRIPT);
    }

    /// Who is here, to make a passkey, and where they go afterwards.
    private record Adding(AppClient client, User user, String redirectUri) {}

    /// Offers to make one, to whoever has signed in.
    static HttpResponse add(Arrival arrival) {
        return adding(
                arrival,
                adding -> Pages.show(arrival, addPage(arrival, adding), adding.redirectUri()));
    }

    private interface Added {
        HttpResponse answer(Adding adding);
    }

    private static HttpResponse adding(Arrival arrival, Added page) {
        var client =
                arrival.change(pools ->
                        arrival.query()
                                .get("client_id")
                                .flatMap(pools::findClient)
                                .filter(each -> each.userPoolId().equals(arrival.pool().id())));
        if (client.isEmpty()) {
            return Pages.error(arrival, 400, "Client does not exist.");
        }
        var redirect = arrival.query().get("redirect_uri").orElse("");
        if (!client.get().settings().callbackURLs().contains(redirect)) {
            return Pages.error(
                    arrival, 400, "The redirect_uri is none of the client's callback URLs.");
        }
        var user =
                arrival.change(pools ->
                        arrival.cookies()
                                .signedIn(arrival.pool(), pools, arrival.now())
                                .map(LoginCookies.SignedIn::user)
                                .filter(who ->
                                        FederatedPages.isFor(
                                                client.get(), who, arrival.pool(), pools)));
        if (user.isEmpty()) {
            return Pages.error(
                    arrival, 400, "Sign in to the application first, and then come back.");
        }
        return page.answer(new Adding(client.get(), user.get(), redirect));
    }

    private static LoginPage addPage(Arrival arrival, Adding adding) {
        try {
            var options =
                    arrival.change(pools ->
                            new Registration(arrival.pool(), adding.user(), adding.client())
                                    .start(pools, arrival.now()));
            return new LoginPage(
                    "Add a passkey",
                    "",
                    "With a passkey you sign in by your finger, your face or your device's PIN, without a password.",
                    arrival.to("/passkeys/add"),
                    waiting("create", JsonMapper.shared().writeValueAsString(options)),
                    "Make a passkey",
                    List.of(Html.link(adding.redirectUri(), "Not now")));
        } catch (AwsException refusal) {
            return new LoginPage(
                    "Add a passkey",
                    Pages.words(refusal),
                    "",
                    "",
                    "",
                    "",
                    List.of(Html.link(adding.redirectUri(), "Back to the application")));
        }
    }

    /// The browser has made one.
    static HttpResponse added(Arrival arrival) {
        return adding(
                arrival,
                adding -> {
                    var refusal = kept(arrival, adding);
                    return refusal.isEmpty()
                            ? Replies.redirect(adding.redirectUri())
                            : Pages.show(
                                    arrival,
                                    addPage(arrival, adding).withError(Pages.words(refusal.get())),
                                    "");
                });
    }

    /// What is refused ends the registration all the same.
    private static Optional<AwsException> kept(Arrival arrival, Adding adding) {
        return arrival.change(pools -> {
            try {
                new Registration(arrival.pool(), adding.user(), adding.client())
                        .complete(
                                JsonMapper.shared().readTree(arrival.typed("credential")),
                                pools,
                                arrival.now());
                return Optional.empty();
            } catch (JacksonException _) {
                return Optional.of(CognitoErrors.invalid("Your browser gave no passkey."));
            } catch (AwsException refusal) {
                return Optional.of(refusal);
            }
        });
    }
}
