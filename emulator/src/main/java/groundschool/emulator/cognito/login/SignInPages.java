package groundschool.emulator.cognito.login;

import groundschool.emulator.AwsException;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.flow.PasswordFlow;
import groundschool.emulator.cognito.flow.SignIn;
import groundschool.emulator.cognito.flow.Step;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The pages on which somebody signs in.
final class SignInPages {

    private SignInPages() {}

    /// A page for what an application asked for.
    interface Wished {
        HttpResponse answer(Arrival arrival, Authorize wish);
    }

    /// Shows a page if the application asked for something that it can have.
    static HttpResponse wished(Arrival arrival, Wished page) {
        return switch (arrival.change(
                pools -> Authorize.of(arrival.query(), arrival.pool(), pools))) {
            case Authorize.Read.Fine(var wish) -> page.answer(arrival, wish);
            case Authorize.Read.Page(var message) -> Pages.error(arrival, 400, message);
            case Authorize.Read.Back(var uri, var error, var description, var state) ->
                    Replies.redirect(
                            Authorize.back(
                                    uri,
                                    state,
                                    false,
                                    "error",
                                    error,
                                    "error_description",
                                    description));
        };
    }

    /// The same for what the pool's own people do here.
    static HttpResponse own(Arrival arrival, Wished page) {
        return wished(
                arrival,
                (here, wish) ->
                        wish.client().settings().hasOwnPeople()
                                ? page.answer(here, wish)
                                : Pages.error(
                                        here,
                                        400,
                                        "People of this application sign in at another identity provider."));
    }

    /// Whoever has signed in already is let through.
    static HttpResponse authorize(Arrival arrival) {
        return wished(
                arrival,
                (_, wish) ->
                        switch (FederatedPages.way(arrival, wish.client())) {
                            case FederatedPages.Way.Elsewhere(var provider) ->
                                    FederatedPages.leave(arrival, provider);
                            case FederatedPages.Way.Own() -> here(arrival, wish);
                            case FederatedPages.Way.Nowhere() ->
                                    back(
                                            wish,
                                            "invalid_request",
                                            "The client does not have this identity provider.");
                        });
    }

    private static HttpResponse back(Authorize wish, String error, String description) {
        return Replies.redirect(
                Authorize.back(
                        wish.redirectUri(),
                        wish.state(),
                        false,
                        "error",
                        error,
                        "error_description",
                        description));
    }

    private static HttpResponse here(Arrival arrival, Authorize wish) {
        var known =
                arrival.change(pools ->
                        arrival.cookies()
                                .signedIn(arrival.pool(), pools, arrival.now())
                                .filter(who ->
                                        FederatedPages.isFor(
                                                wish.client(), who.user(), arrival.pool(), pools)));
        if (known.isPresent() && !arrival.query().get("prompt").equals(Optional.of("login"))) {
            var done = new Step.Done(known.get().user(), known.get().authTime());
            return finish(arrival, wish, done, false);
        }
        if (arrival.query().get("prompt").equals(Optional.of("none"))) {
            return Replies.redirect(
                    Authorize.back(
                            wish.redirectUri(), wish.state(), false, "error", "login_required"));
        }
        return FederatedPages.only(arrival, wish.client())
                .map(provider -> FederatedPages.leave(arrival, provider))
                .orElseGet(() -> Replies.redirect(arrival.to("/login")));
    }

    static HttpResponse login(Arrival arrival, Authorize wish) {
        var page = loginPage(arrival, wish, "");
        return Pages.show(arrival, page, wish.redirectUri());
    }

    private static LoginPage loginPage(Arrival arrival, Authorize wish, String username) {
        var links = new ArrayList<>(FederatedPages.links(arrival, wish.client()));
        if (!wish.client().settings().hasOwnPeople()) {
            return new LoginPage("Sign in", "", "", "", "", "", links);
        }
        if (PasskeyPages.isPossible(arrival, wish.client())) {
            links.add(Html.link(arrival.to("/passkey"), "Sign in with a passkey"));
        }
        links.add(Html.link(arrival.to("/forgotPassword"), "Forgot your password?"));
        if (!arrival.pool()
                .settings()
                .adminCreateUserConfig()
                .allowAdminCreateUserOnly()
                .orElse(false)) {
            links.add(Html.link(arrival.to("/signup"), "Create an account"));
        }
        return new LoginPage(
                "Sign in",
                "",
                "",
                arrival.to("/login"),
                Html.field("username", nameLabel(arrival.pool()), "text", "username", username)
                        + Html.field("password", "Password", "password", "current-password", ""),
                "Sign in",
                links);
    }

    /// What people are called by.
    static String nameLabel(Pool pool) {
        var names = pool.usernameAttributes();
        return names.isEmpty()
                ? "User name"
                : names.size() > 1
                        ? "E-mail address or telephone number"
                        : names.contains("email") ? "E-mail address" : "Telephone number";
    }

    static HttpResponse signIn(Arrival arrival, Authorize wish) {
        var username = arrival.typed("username");
        try {
            var visit = arrival.visit(wish.client());
            return next(
                    arrival,
                    wish,
                    PasswordFlow.run(visit, username, arrival.typed("password")),
                    username);
        } catch (AwsException refusal) {
            return switch (refusal.code()) {
                case "UserNotConfirmedException" ->
                        Pages.show(
                                arrival,
                                SignUpPages.confirmPage(arrival, username),
                                wish.redirectUri());
                case "PasswordResetRequiredException" ->
                        Pages.show(
                                arrival,
                                ForgottenPages.confirmPage(
                                        arrival,
                                        username,
                                        "Your password must be changed. Use the code that was sent to you."),
                                wish.redirectUri());
                default ->
                        Pages.show(
                                arrival,
                                loginPage(arrival, wish, username).withError(Pages.words(refusal)),
                                wish.redirectUri());
            };
        }
    }

    /// Another page, or back to the application.
    static HttpResponse next(Arrival arrival, Authorize wish, Step step, String username) {
        return switch (step) {
            case Step.Done done -> finish(arrival, wish, done, true);
            case Step.Challenge challenge ->
                    Pages.show(
                            arrival,
                            ChallengePages.of(arrival, challenge, username),
                            wish.redirectUri());
        };
    }

    /// Somebody has answered a challenge.
    static HttpResponse answer(Arrival arrival, Authorize wish) {
        var username = arrival.typed("username");
        try {
            var step = ChallengePages.answered(arrival, arrival.visit(wish.client()));
            return next(arrival, wish, step, username);
        } catch (AwsException refusal) {
            var isOver = refusal.message().startsWith("Invalid session");
            return Pages.show(
                    arrival,
                    isOver
                            ? loginPage(arrival, wish, username)
                                    .withError("That took too long. Sign in again.")
                            : ChallengePages.again(arrival, username)
                                    .withError(Pages.words(refusal)),
                    wish.redirectUri());
        }
    }

    /// Sends somebody who is in back to the application.
    ///
    /// @param isNew whether somebody has signed in just now
    static HttpResponse finish(Arrival arrival, Authorize wish, Step.Done done, boolean isNew) {
        var visit = arrival.visit(wish.client());
        var cookie =
                arrival.change(pools ->
                        LoginCookies.keep(
                                arrival.pool(), done.user().username(), done.authTime(), pools));
        try {
            if (isNew && wish.byCode()) {
                SignIn.tellAfter(visit, done, false);
            }
            return Replies.redirect(
                    wish.byCode() ? withCode(visit, wish, done) : withTokens(visit, wish, done),
                    cookie);
        } catch (AwsException refusal) {
            return Pages.error(arrival, 400, Pages.words(refusal));
        }
    }

    private static String withCode(Visit visit, Authorize wish, Step.Done done) {
        var code =
                visit.change(pools -> pools.loginCodes(visit.pool()).make(wish, done, visit.now()));
        return Authorize.back(wish.redirectUri(), wish.state(), false, "code", code);
    }

    private static String withTokens(Visit visit, Authorize wish, Step.Done done) {
        var tokens =
                SignIn.tokens(
                        visit,
                        done,
                        wish.scopes(),
                        new Tokens.Wish("TokenGeneration_HostedAuth", wish.nonce(), false));
        var answers = new ArrayList<String>();
        tokens.idToken().ifPresent(id -> answers.addAll(List.of("id_token", id)));
        answers.addAll(
                List.of(
                        "access_token",
                        tokens.accessToken(),
                        "expires_in",
                        Integer.toString(tokens.expiresIn()),
                        "token_type",
                        "Bearer"));
        return Authorize.back(
                wish.redirectUri(), wish.state(), true, answers.toArray(String[]::new));
    }

    /// Signs out, and goes on where the client says that one may.
    static HttpResponse logout(Arrival arrival) {
        var client =
                arrival.change(pools ->
                        arrival.query()
                                .get("client_id")
                                .flatMap(pools::findClient)
                                .filter(each -> each.userPoolId().equals(arrival.pool().id())));
        if (client.isEmpty()) {
            return Pages.error(arrival, 400, "Client does not exist.");
        }
        var uri = arrival.query().get("logout_uri");
        if (uri.isPresent()) {
            return client.get().settings().logoutURLs().contains(uri.get())
                    ? SamlSignOut.leave(arrival, uri.get())
                            .orElseGet(() -> Replies.redirect(uri.get(), LoginCookies.forget()))
                    : Pages.error(
                            arrival, 400, "The logout_uri is none of the client's sign-out URLs.");
        }
        if (arrival.query().get("redirect_uri").isPresent()) {
            return Replies.redirect(arrival.to("/login"), LoginCookies.forget());
        }
        return Pages.error(arrival, 400, "Required parameter logout_uri is missing.");
    }
}
