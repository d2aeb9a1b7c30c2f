package groundschool.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/// Passkeys at a pool's pages, with an authenticator that the browser pretends to have.
@BrowserTest
class ManagedLoginPasskeyTest {

    @Test
    void somebody_makes_a_passkey_and_signs_in_with_it(Visitors visitors) {
        try (var login =
                new ManagedLogin(
                        "shop",
                        ", \"Policies\": {\"SignInPolicy\": {\"AllowedFirstAuthFactors\": [\"PASSWORD\", \"WEB_AUTHN\"]}}")) {
            login.ofPool(
                    "SetUserPoolMfaConfig",
                    "\"WebAuthnConfiguration\": {\"UserVerification\": \"preferred\"}");
            login.addConfirmed("ada", ManagedLogin.email("ada"));
            // The pages are at a name of their own, and say by their status what they refuse.
            var ada =
                    visitors.on(Device.PHONE, ColorScheme.LIGHT)
                            .expecting(".localhost:")
                            .expecting("status of 400");
            authenticate(ada);

            ada.page().navigate(login.wished("/login"));
            ada.find("nav a:has-text('Sign in with a passkey')").click();
            good(ada);
            name(ada);
            ada.sees("There is no passkey of yours here.");
            good(ada);
            ada.find("nav a:has-text('Sign in with a password')").click();
            ada.find("[name=username]").fill("ada");
            ada.find("[name=password]").fill(ManagedLogin.PASSWORD);
            ada.button("Sign in").first().click();
            ada.sees(ManagedLogin.WELCOME);

            ada.page()
                    .navigate(
                            login.at(
                                    "/passkeys/add?client_id=%s&redirect_uri=%s/back"
                                            .formatted(login.client(), login.application())));
            good(ada);
            ada.button("Make a passkey").click();
            ada.sees(ManagedLogin.WELCOME);

            ada.context().clearCookies();
            ada.page().navigate(login.wished("/passkey"));
            name(ada);
            good(ada);
            ada.button("Use my passkey").click();
            ada.sees(ManagedLogin.WELCOME);
        }
    }

    private static void name(Visitor visitor) {
        visitor.find("[name=username]").fill("ada");
        visitor.button("Go on").click();
        visitor.page().waitForLoadState();
    }

    private static void good(Visitor visitor) {
        assertThat(Complaints.about(visitor.page())).isEmpty();
    }

    private static void authenticate(Visitor visitor) {
        var browser = visitor.context().newCDPSession(visitor.page());
        browser.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var wish = new JsonObject();
        wish.add("options", options);
        browser.send("WebAuthn.addVirtualAuthenticator", wish);
    }
}
