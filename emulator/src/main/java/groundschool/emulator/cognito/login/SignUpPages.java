package groundschool.emulator.cognito.login;

import groundschool.emulator.AwsException;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.flow.Step;
import groundschool.emulator.cognito.operation.ConfirmSignUp;
import groundschool.emulator.cognito.operation.ResendConfirmationCode;
import groundschool.emulator.cognito.pool.PasswordPolicy;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.pool.Schema;
import groundschool.emulator.cognito.user.Registration;
import groundschool.emulator.cognito.user.User;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pages on which somebody signs up.
final class SignUpPages {

    private static final String CONFIRMING = "LOGIN_SIGN_UP";

    private SignUpPages() {}

    static HttpResponse form(Arrival arrival, Authorize wish) {
        return Pages.show(arrival, page(arrival, wish), wish.redirectUri());
    }

    private static LoginPage page(Arrival arrival, Authorize wish) {
        var pool = arrival.pool();
        var fields = new StringBuilder();
        fields.append(
                Html.field(
                        "username",
                        SignInPages.nameLabel(pool),
                        "text",
                        "username",
                        arrival.typed("username")));
        for (var name : asked(pool)) {
            fields.append(
                    Html.field(
                            name,
                            label(name),
                            name.equals("email") ? "email" : "text",
                            name.equals("email") ? "email" : "on",
                            arrival.typed(name)));
        }
        fields.append(Html.field("password", "Password", "password", "new-password", ""));
        fields.append(agreement(arrival, wish));
        return new LoginPage(
                "Create an account",
                "",
                rules(pool.passwordPolicy()),
                arrival.to("/signup"),
                fields.toString(),
                "Create the account",
                List.of(Html.link(arrival.to("/login"), "I have an account")));
    }

    /// What people agree to; nothing if the application has no terms.
    private static String agreement(Arrival arrival, Authorize wish) {
        var links =
                arrival.change(pools -> pools.terms(arrival.pool()).of(wish.client().id())).stream()
                        .map(each ->
                                Html.link(each.link(arrival.query().get("lang")), each.title()))
                        .toList();
        return links.isEmpty()
                ? ""
                : "<p class=\"legalText-customizable\">By creating the account you agree to: %s.</p>\n"
                        .formatted(String.join(", ", links));
    }

    /// What has to be known of somebody besides the name.
    private static List<String> asked(Pool pool) {
        var all = new LinkedHashSet<>(Schema.required(pool.schema()));
        for (var address : List.of("email", "phone_number")) {
            if (pool.autoVerifies(address)) {
                all.add(address);
            }
        }
        all.removeAll(
                pool.usernameAttributes().size() == 1 ? pool.usernameAttributes() : List.of());
        return List.copyOf(all);
    }

    static String label(String attribute) {
        return switch (attribute) {
            case "email" -> "E-mail address";
            case "phone_number" -> "Telephone number, such as +4915112345678";
            case "birthdate" -> "Date of birth, such as 1985-10-26";
            default -> {
                var words = attribute.replace("custom:", "").replace('_', ' ');
                yield Character.toUpperCase(words.charAt(0)) + words.substring(1);
            }
        };
    }

    private static String rules(PasswordPolicy policy) {
        var wanted = new ArrayList<String>();
        if (policy.requireUppercase().orElse(false)) {
            wanted.add("a capital letter");
        }
        if (policy.requireLowercase().orElse(false)) {
            wanted.add("a small letter");
        }
        if (policy.requireNumbers().orElse(false)) {
            wanted.add("a digit");
        }
        if (policy.requireSymbols().orElse(false)) {
            wanted.add("a symbol");
        }
        return "The password has at least %d characters%s."
                .formatted(
                        policy.minimumLength().orElse(8),
                        wanted.isEmpty() ? "" : ", among them " + String.join(", ", wanted));
    }

    static HttpResponse signUp(Arrival arrival, Authorize wish) {
        var attributes = new LinkedHashMap<String, String>();
        asked(arrival.pool()).forEach(name -> attributes.put(name, arrival.typed(name)));
        try {
            var visit = arrival.visit(wish.client());
            var registered =
                    Registration.signUp(
                            visit,
                            arrival.typed("username"),
                            Optional.of(arrival.typed("password")),
                            attributes,
                            Map.of());
            var user = registered.user();
            if (user.status() == User.Status.CONFIRMED) {
                return SignInPages.finish(arrival, wish, new Step.Done(user, arrival.now()), true);
            }
            return registered.sentTo().isEmpty()
                    ? Pages.show(
                            arrival,
                            LoginPage.saying(
                                    "Your account waits",
                                    "The account is made. Somebody who looks after the application has to confirm it before you can sign in."),
                            "")
                    : Pages.show(
                            arrival,
                            confirmPage(
                                    arrival,
                                    user.username(),
                                    registered.sentTo().get().destination(),
                                    session(visit, user)),
                            wish.redirectUri());
        } catch (AwsException refusal) {
            return Pages.show(
                    arrival,
                    page(arrival, wish).withError(Pages.words(refusal)),
                    wish.redirectUri());
        }
    }

    /// So that whoever has just chosen a password need not type it again.
    private static String session(Visit visit, User user) {
        return visit.change(pools ->
                pools.sessions(visit.pool())
                        .begin(
                                visit.clientId(),
                                Optional.of(user.username()),
                                CONFIRMING,
                                Map.of(),
                                List.of(),
                                Duration.ofMinutes(15),
                                visit.now()));
    }

    /// The page for somebody who signs in and is not confirmed.
    static LoginPage confirmPage(Arrival arrival, String username) {
        return confirmPage(arrival, username, "", "");
    }

    private static LoginPage confirmPage(
            Arrival arrival, String username, String to, String session) {
        return new LoginPage(
                "Confirm your account",
                "",
                to.isEmpty()
                        ? "Enter the code that was sent to you when you signed up."
                        : "A code was sent to %s.".formatted(to),
                arrival.to("/confirm"),
                Html.hidden("username", username)
                        + Html.hidden("session", session)
                        + Html.hidden("to", to)
                        + Html.field("code", "Code", "text", "one-time-code", ""),
                "Confirm the account",
                List.of(
                        """
                        <form method="post" action="%s">%s%s<button type="submit">Send another code</button></form>\
                        """
                                .formatted(
                                        Html.escape(arrival.to("/resendcode")),
                                        Html.hidden("_csrf", arrival.cookies().csrf()),
                                        Html.hidden("username", username))));
    }

    static HttpResponse confirmForm(Arrival arrival, Authorize wish) {
        return Pages.show(
                arrival,
                confirmPage(arrival, arrival.query().get("username").orElse("")),
                wish.redirectUri());
    }

    static HttpResponse confirm(Arrival arrival, Authorize wish) {
        var username = arrival.typed("username");
        var visit = arrival.visit(wish.client());
        try {
            ConfirmSignUp.confirm(visit, username, arrival.typed("code"), false);
        } catch (AwsException refusal) {
            return Pages.show(
                    arrival,
                    confirmPage(arrival, username, arrival.typed("to"), arrival.typed("session"))
                            .withError(Pages.words(refusal)),
                    wish.redirectUri());
        }
        return signedUp(arrival, visit)
                .map(user ->
                        SignInPages.finish(arrival, wish, new Step.Done(user, arrival.now()), true))
                .orElseGet(() -> Replies.redirect(arrival.to("/login")));
    }

    /// Who signed up in this very browser a moment ago.
    private static Optional<User> signedUp(Arrival arrival, Visit visit) {
        if (arrival.typed("session").isEmpty()
                || !visit.pool().settings().mfaConfiguration().equals("OFF")) {
            return Optional.empty();
        }
        try {
            return visit.change(pools -> {
                var sessions = pools.sessions(visit.pool());
                var open = sessions.open(arrival.typed("session"), visit.now());
                if (!open.asked().equals(CONFIRMING) || !open.clientId().equals(visit.clientId())) {
                    return Optional.empty();
                }
                sessions.close(open);
                return open.username()
                        .filter(name -> name.equals(arrival.typed("username")))
                        .flatMap(name -> pools.users(visit.pool()).exactly(name));
            });
        } catch (AwsException _) {
            return Optional.empty();
        }
    }

    static HttpResponse resend(Arrival arrival, Authorize wish) {
        var username = arrival.typed("username");
        try {
            var sent = ResendConfirmationCode.send(arrival.visit(wish.client()), username);
            return Pages.show(
                    arrival,
                    confirmPage(arrival, username, sent.destination(), ""),
                    wish.redirectUri());
        } catch (AwsException refusal) {
            return Pages.show(
                    arrival,
                    confirmPage(arrival, username).withError(Pages.words(refusal)),
                    wish.redirectUri());
        }
    }

    /// The link in a message was followed.
    static HttpResponse confirmByLink(Arrival arrival) {
        var client =
                arrival.change(pools ->
                        arrival.query()
                                .get("client_id")
                                .flatMap(pools::findClient)
                                .filter(each -> each.userPoolId().equals(arrival.pool().id())));
        if (client.isEmpty()) {
            return Pages.error(arrival, 400, "Client does not exist.");
        }
        try {
            ConfirmSignUp.confirm(
                    arrival.visit(client.get()),
                    arrival.query().get("user_name").orElse(""),
                    arrival.query().get("confirmation_code").orElse(""),
                    false);
            return Pages.show(
                    arrival,
                    LoginPage.saying(
                            "Your account is confirmed",
                            "You can close this page and sign in to the application."),
                    "");
        } catch (AwsException refusal) {
            return Pages.error(arrival, 400, Pages.words(refusal));
        }
    }
}
