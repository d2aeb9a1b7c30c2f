package groundschool.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// What people do at a pool's pages, from the application and back to it, in a browser that runs no
/// scripts.
@BrowserTest
class ManagedLoginWithoutScriptTest {

    private static final String VERIFIES = ", \"AutoVerifiedAttributes\": [\"email\"]";

    @Test
    void somebody_signs_up_signs_out_forgets_the_password_and_signs_in(Visitors visitors) {
        try (var login = new ManagedLogin("shop", VERIFIES)) {
            var ada = visitor(visitors);

            ada.page().navigate(login.wished("/oauth2/authorize"));
            ada.find("nav a:has-text('Create an account')").click();
            send(
                    ada,
                    "Create the account",
                    Map.of(
                            "username",
                            "ada",
                            "email",
                            "ada@example.com",
                            "password",
                            ManagedLogin.PASSWORD));
            ada.sees("a***@e***");
            send(ada, "Confirm the account", Map.of("code", login.code()));
            ada.sees(ManagedLogin.WELCOME);

            // Whoever is in is let through, until the sign-out.
            ada.page().navigate(login.wished("/oauth2/authorize"));
            ada.sees(ManagedLogin.WELCOME);
            ada.page()
                    .navigate(
                            login.at(
                                    "/logout?client_id=%s&logout_uri=%s/out"
                                            .formatted(login.client(), login.application())));
            ada.sees(ManagedLogin.WELCOME);
            ada.page().navigate(login.wished("/oauth2/authorize"));
            assertThat(ada.heading("Sign in")).isVisible();

            ada.find("nav a:has-text('Forgot your password?')").click();
            send(ada, "Send me a code", Map.of("username", "ada"));
            ada.sees("A code was sent to");
            send(
                    ada,
                    "Save the password",
                    Map.of("code", login.code(), "password", "Battery-staple-2"));
            send(ada, "Sign in", Map.of("username", "ada", "password", "Battery-staple-2"));
            ada.sees(ManagedLogin.WELCOME);
        }
    }

    @Test
    void a_second_factor_is_chosen_and_shown(Visitors visitors) {
        try (var login = new ManagedLogin("shop", VERIFIES)) {
            login.ofPool(
                    "SetUserPoolMfaConfig",
                    """
                    "MfaConfiguration": "OPTIONAL", "SoftwareTokenMfaConfiguration": {"Enabled": true},
                    "SmsMfaConfiguration": {"SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::111122223333:role/sms"}}
                    """);
            login.addConfirmed(
                    "ada",
                    ManagedLogin.attribute("phone_number", "+4915112345678")
                            + ", "
                            + ManagedLogin.attribute("phone_number_verified", "true"));
            login.ofPool(
                    "AdminSetUserMFAPreference",
                    "\"Username\": \"ada\", \"SMSMfaSettings\": {\"Enabled\": true, \"PreferredMfa\": true}");
            var ada = visitor(visitors);

            ada.page().navigate(login.wished("/oauth2/authorize"));
            send(ada, "Sign in", Map.of("username", "ada", "password", ManagedLogin.PASSWORD));
            ada.sees("A code was sent to");
            send(ada, "Sign in", Map.of("code", login.code()));

            ada.sees(ManagedLogin.WELCOME);
        }
    }

    private static Visitor visitor(Visitors visitors) {
        // The pages are at a name of their own.
        return visitors.withoutScript().expecting(".localhost:");
    }

    private static void send(Visitor visitor, String button, Map<String, String> fields) {
        fields.forEach(
                (name, value) -> visitor.find("main form [name='%s']".formatted(name)).fill(value));
        visitor.button(button).first().click();
    }
}
