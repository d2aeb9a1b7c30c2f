package groundschool.emulator.cognito.login;

import groundschool.emulator.AwsException;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.cognito.operation.ConfirmForgotPassword;
import groundschool.emulator.cognito.operation.ForgotPassword;
import java.util.List;

/// The pages for somebody who has forgotten the password.
final class ForgottenPages {

    private ForgottenPages() {}

    static HttpResponse form(Arrival arrival, Authorize wish) {
        return Pages.show(arrival, page(arrival), wish.redirectUri());
    }

    private static LoginPage page(Arrival arrival) {
        return new LoginPage(
                "Forgot your password?",
                "",
                "Say who you are. A code goes to the address that your account has.",
                arrival.to("/forgotPassword"),
                Html.field(
                        "username",
                        SignInPages.nameLabel(arrival.pool()),
                        "text",
                        "username",
                        arrival.typed("username")),
                "Send me a code",
                List.of(Html.link(arrival.to("/login"), "Back to signing in")));
    }

    static HttpResponse send(Arrival arrival, Authorize wish) {
        var username = arrival.typed("username");
        try {
            var sent = ForgotPassword.send(arrival.visit(wish.client()), username);
            return Pages.show(
                    arrival,
                    confirmPage(
                            arrival,
                            username,
                            "A code was sent to %s.".formatted(sent.destination())),
                    wish.redirectUri());
        } catch (AwsException refusal) {
            return Pages.show(
                    arrival,
                    page(arrival)
                            .withError(
                                    refusal.code().equals("UserNotFoundException")
                                            ? "Nobody here is called so."
                                            : Pages.words(refusal)),
                    wish.redirectUri());
        }
    }

    static LoginPage confirmPage(Arrival arrival, String username, String note) {
        return new LoginPage(
                "Choose a new password",
                "",
                note,
                arrival.to("/confirmForgotPassword"),
                Html.hidden("username", username)
                        + Html.hidden("note", note)
                        + Html.field("code", "Code", "text", "one-time-code", "")
                        + Html.field("password", "New password", "password", "new-password", ""),
                "Save the password",
                List.of(Html.link(arrival.to("/login"), "Back to signing in")));
    }

    static HttpResponse confirm(Arrival arrival, Authorize wish) {
        var username = arrival.typed("username");
        try {
            ConfirmForgotPassword.confirm(
                    arrival.visit(wish.client()),
                    username,
                    arrival.typed("code"),
                    arrival.typed("password"));
            return Replies.redirect(arrival.to("/login"));
        } catch (AwsException refusal) {
            return Pages.show(
                    arrival,
                    confirmPage(arrival, username, arrival.typed("note"))
                            .withError(Pages.words(refusal)),
                    wish.redirectUri());
        }
    }
}
