package groundschool.emulator.cognito.login;

import groundschool.emulator.AwsException;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.cognito.risk.Feedbacks;

/// Where the links in notices lead, by which somebody says whether a sign-in was theirs.
final class FeedbackPage {

    private FeedbackPage() {}

    static HttpResponse take(Arrival arrival) {
        var query = arrival.query();
        var value = query.get("feedback").orElse("");
        try {
            Feedbacks.byUser(
                    arrival.visit(),
                    query.get("user_name").orElse(""),
                    query.get("event_id").orElse(""),
                    query.get("feedback_token").orElse(""),
                    value);
        } catch (AwsException refusal) {
            return Pages.error(arrival, 400, Pages.words(refusal));
        }
        return Pages.show(
                arrival,
                LoginPage.saying(
                        "Thank you",
                        value.equals("Valid")
                                ? "It was you: you are not asked about this device and address again."
                                : "It was not you: sign-ins like this are held to be risky from now on. Change your password if somebody else may know it."),
                "");
    }
}
