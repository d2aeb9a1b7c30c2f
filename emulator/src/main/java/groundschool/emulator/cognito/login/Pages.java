package groundschool.emulator.cognito.login;

import groundschool.emulator.AwsException;
import groundschool.emulator.HttpResponse;

/// Shows pages, and what went wrong in words for people.
final class Pages {

    private Pages() {}

    static HttpResponse show(Arrival arrival, LoginPage page, String redirectUri) {
        return Replies.page(
                page.error().isEmpty() ? 200 : 400,
                page.html(arrival.pool().name(), arrival.cookies().csrf(), Dress.of(arrival)),
                redirectUri,
                arrival.cookies().keepCsrf());
    }

    static HttpResponse error(Arrival arrival, int status, String message) {
        return error(arrival, status, "Something is not right", message);
    }

    static HttpResponse error(Arrival arrival, int status, String title, String message) {
        return Replies.page(
                status,
                LoginPage.saying(title, message)
                        .html(arrival.pool().name(), arrival.cookies().csrf(), Dress.of(arrival)),
                "",
                arrival.cookies().keepCsrf());
    }

    /// The owner's logo.
    static HttpResponse logo(Arrival arrival) {
        return arrival.change(pools ->
                        pools.looks(arrival.pool())
                                .of(arrival.query().get("client_id").orElse(Look.ALL))
                                .flatMap(Look::logo))
                .map(Replies::image)
                .orElseGet(() -> error(arrival, 404, "There is no logo."));
    }

    /// What somebody is told of a refusal.
    static String words(AwsException refusal) {
        return switch (refusal.code()) {
            case "NotAuthorizedException", "UserNotFoundException" ->
                    refusal.message().startsWith("Incorrect")
                                    || refusal.code().equals("UserNotFoundException")
                            ? "Incorrect username or password."
                            : refusal.message();
            case "InvalidPasswordException" ->
                    refusal.message().replace("Password did not conform with policy: ", "") + ".";
            case "UserLambdaValidationException" ->
                    refusal.message().replaceFirst("^\\w+ failed with error ", "");
            default -> refusal.message();
        };
    }
}
