package groundschool.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import groundschool.emulator.iam.mfa.Totp;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every page of a pool's managed login, in each of its states, by day and by night: axe finds
/// nothing, nothing is wider than the screen, the browser has nothing to complain about, and there
/// is no script that anything could depend on. One class of tests for each device.
abstract class ManagedLoginPages {

    private static final String VERIFIES = ", \"AutoVerifiedAttributes\": [\"email\"]";

    private final Device device;
    private final ManagedLogin login = new ManagedLogin("shop", VERIFIES);
    private final ManagedLogin closed =
            new ManagedLogin(
                    "club",
                    """
                    , "Schema": [{"Name": "family_name", "Required": true, "Mutable": true},
                      {"Name": "birthdate", "Required": true, "Mutable": true}]
                    """);
    private final ManagedLogin careful =
            new ManagedLogin(
                    "bank",
                    VERIFIES
                            + """
                            , "EmailConfiguration": {"EmailSendingAccount": "DEVELOPER",
                                "SourceArn": "arn:aws:ses:eu-west-1:111122223333:identity/bank@example.com"}
                            """);

    private final ManagedLogin branded = new ManagedLogin("brand", VERIFIES);

    ManagedLoginPages(Device device) {
        this.device = device;
    }

    @AfterAll
    void close() {
        login.close();
        closed.close();
        careful.close();
        branded.close();
    }

    /// A page in one of its states, and how to come there.
    private record Stop(String name, BiConsumer<Visitor, ManagedLogin> arrive) {}

    @TestFactory
    Stream<DynamicTest> on_which_people_sign_in_and_up(Visitors visitors) {
        login.addConfirmed("ada", ManagedLogin.email("ada"));
        login.add("eve", ManagedLogin.email("eve"));
        return walk(
                visitors,
                login,
                new Stop("sign in", (visitor, at) -> go(visitor, at.wished("/oauth2/authorize"))),
                new Stop("sign in, refused", (visitor, _) -> signIn(visitor, "ada", "wrong")),
                new Stop("sign up", (visitor, _) -> press(visitor, "Create an account")),
                new Stop("sign up, refused", (visitor, _) -> signUp(visitor, "weak")),
                new Stop(
                        "sign up, with terms and another provider's button",
                        (visitor, at) -> {
                            agree(at);
                            federate(at);
                            go(visitor, at.wished("/signup"));
                        }),
                new Stop("sign in, elsewhere", (visitor, at) -> go(visitor, at.wished("/login"))),
                new Stop(
                        "confirm",
                        (visitor, at) -> {
                            go(visitor, at.wished("/signup"));
                            signUp(visitor, ManagedLogin.PASSWORD);
                        }),
                new Stop(
                        "confirm, refused",
                        (visitor, _) -> answer(visitor, "000000", "Confirm the account")),
                new Stop(
                        "confirm, another code",
                        (visitor, _) -> visitor.button("Send another code").click()),
                new Stop(
                        "forgotten password",
                        (visitor, at) -> {
                            go(visitor, at.wished("/login"));
                            press(visitor, "Forgot your password?");
                        }),
                new Stop(
                        "forgotten password, refused",
                        (visitor, _) -> {
                            fill(visitor, "username", "eve");
                            visitor.button("Send me a code").click();
                            assertThat(visitor.find("[role=alert]")).isVisible();
                        }),
                new Stop(
                        "forgotten password, code",
                        (visitor, _) -> {
                            fill(visitor, "username", "ada");
                            visitor.button("Send me a code").click();
                            visitor.sees("A code was sent to a***@e***");
                        }),
                new Stop(
                        "forgotten password, code refused",
                        (visitor, _) -> {
                            fill(visitor, "password", "Battery-staple-2");
                            answer(visitor, "000000", "Save the password");
                        }),
                new Stop(
                        "a given password",
                        (visitor, at) -> {
                            go(visitor, at.wished("/login"));
                            signIn(visitor, "eve", "Temporary-1");
                        }),
                new Stop(
                        "a given password, refused",
                        (visitor, _) -> {
                            fill(visitor, "password", "weak");
                            visitor.button("Save and sign in").click();
                            assertThat(visitor.find("[role=alert]")).isVisible();
                        }));
    }

    @TestFactory
    Stream<DynamicTest> of_a_pool_whose_owner_lets_people_in(Visitors visitors) {
        return walk(
                visitors,
                closed,
                new Stop("sign up, with more", (visitor, at) -> go(visitor, at.wished("/signup"))),
                new Stop(
                        "waits for the owner",
                        (visitor, _) -> {
                            fill(visitor, "username", "ada");
                            fill(visitor, "family_name", "Lovelace");
                            fill(visitor, "birthdate", "1815-12-10");
                            fill(visitor, "password", ManagedLogin.PASSWORD);
                            visitor.button("Create the account").click();
                            visitor.sees("Your account waits");
                        }));
    }

    @TestFactory
    Stream<DynamicTest> for_second_factors(Visitors visitors) {
        careful.ofPool(
                "SetUserPoolMfaConfig",
                """
                "MfaConfiguration": "ON", "SoftwareTokenMfaConfiguration": {"Enabled": true},
                "EmailMfaConfiguration": {"Message": "Your code is {####}", "Subject": "Your code"},
                "SmsMfaConfiguration": {"SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::111122223333:role/sms"}}
                """);
        var both =
                ManagedLogin.attribute("phone_number", "+4915112345678")
                        + ", "
                        + ManagedLogin.attribute("phone_number_verified", "true")
                        + ", ";
        careful.addConfirmed("ada", ManagedLogin.attribute("name", "Ada"));
        careful.addConfirmed("bea", both + ManagedLogin.email("bea"));
        prefer("bea", "\"SMSMfaSettings\": {\"Enabled\": true, \"PreferredMfa\": true}");
        careful.addConfirmed("cleo", ManagedLogin.email("cleo"));
        prefer("cleo", "\"EmailMfaSettings\": {\"Enabled\": true, \"PreferredMfa\": true}");
        careful.addConfirmed("dora", both + ManagedLogin.email("dora"));
        prefer(
                "dora",
                "\"EmailMfaSettings\": {\"Enabled\": true}, \"SMSMfaSettings\": {\"Enabled\": true}");
        return walk(
                visitors,
                careful,
                new Stop("a code by text message", (visitor, at) -> arrive(visitor, at, "bea")),
                new Stop("a code by mail", (visitor, at) -> arrive(visitor, at, "cleo")),
                new Stop("a choice of codes", (visitor, at) -> arrive(visitor, at, "dora")),
                new Stop("an authenticator", (visitor, at) -> arrive(visitor, at, "ada")),
                new Stop(
                        "an authenticator, refused",
                        (visitor, _) -> answer(visitor, "000000", "Verify and sign in")),
                new Stop(
                        "an authenticator, set up",
                        (visitor, at) -> {
                            setUp(visitor, at);
                            visitor.context().clearCookies();
                            arrive(visitor, at, "ada");
                            visitor.sees("Open your authenticator application");
                        }),
                new Stop(
                        "an authenticator's code, refused",
                        (visitor, _) -> answer(visitor, "000000", "Sign in")));
    }

    @TestFactory
    Stream<DynamicTest> of_an_application_with_a_style(Visitors visitors) {
        branded.addConfirmed("ada", ManagedLogin.email("ada"));
        return walk(
                visitors,
                branded,
                new Stop(
                        "sign in, without a style",
                        (visitor, at) -> {
                            at.ofPool(
                                    "UpdateUserPoolDomain",
                                    "\"Domain\": \"brand\", \"ManagedLoginVersion\": 2");
                            go(visitor, at.wished("/login"));
                            visitor.sees("Login pages unavailable");
                        }),
                new Stop(
                        "sign in, with what Cognito provides by day and by night",
                        (visitor, at) -> {
                            dress(at);
                            federate(at);
                            go(visitor, at.wished("/login"));
                        }),
                new Stop(
                        "sign in with a style, refused",
                        (visitor, _) -> signIn(visitor, "ada", "wrong")),
                new Stop(
                        "sign up with a style",
                        (visitor, _) -> press(visitor, "Create an account")),
                new Stop(
                        "confirm with a style",
                        (visitor, _) -> signUp(visitor, ManagedLogin.PASSWORD)),
                new Stop(
                        "forgotten password with a style",
                        (visitor, at) -> go(visitor, at.wished("/forgotPassword"))));
    }

    private static void dress(ManagedLogin at) {
        var logo =
                Base64.getEncoder()
                        .encodeToString(
                                "<svg xmlns='http://www.w3.org/2000/svg' width='96' height='32'><rect width='96' height='32' rx='6' fill='#7a1f3d'/></svg>"
                                        .getBytes(StandardCharsets.UTF_8));
        at.ofPool(
                "CreateManagedLoginBranding",
                """
                "ClientId": "%1$s",
                "Settings": {
                  "categories": {"global": {"colorSchemeMode": "DYNAMIC", "pageHeader": {"enabled": true}, "pageFooter": {"enabled": true}}},
                  "components": {"form": {"logo": {"enabled": true}}, "pageHeader": {"logo": {"enabled": true}}}},
                "Assets": [
                  {"Category": "FORM_LOGO", "ColorMode": "DYNAMIC", "Extension": "SVG", "Bytes": "%2$s"},
                  {"Category": "PAGE_HEADER_LOGO", "ColorMode": "DYNAMIC", "Extension": "SVG", "Bytes": "%2$s"},
                  {"Category": "PASSWORD_GRAPHIC", "ColorMode": "DYNAMIC", "Extension": "SVG", "Bytes": "%2$s"}]
                """
                        .formatted(at.client(), logo));
    }

    @TestFactory
    Stream<DynamicTest> that_say_what_is_not_right(Visitors visitors) {
        return walk(
                visitors,
                login,
                new Stop(
                        "an unknown client",
                        (visitor, at) -> go(visitor, at.at("/login?client_id=nobody"))),
                new Stop(
                        "an address that is not the client's",
                        (visitor, at) ->
                                go(
                                        visitor,
                                        at.at(
                                                "/oauth2/authorize?response_type=code&redirect_uri=http://localhost/&client_id="
                                                        + at.client()))),
                new Stop("no such page", (visitor, at) -> go(visitor, at.at("/nowhere"))),
                new Stop(
                        "a form of another browser",
                        (visitor, at) -> {
                            go(visitor, at.wished("/login"));
                            visitor.context().clearCookies();
                            signIn(visitor, "ada", "whatever");
                            visitor.sees("This form is too old.");
                        }),
                new Stop(
                        "a sign-out that leads nowhere",
                        (visitor, at) -> go(visitor, at.at("/logout?client_id=" + at.client()))),
                new Stop(
                        "nobody's domain",
                        (visitor, at) ->
                                go(visitor, at.at("/login").replace("//shop.", "//nobody."))));
    }

    private Stream<DynamicTest> walk(Visitors visitors, ManagedLogin at, Stop... stops) {
        // The pages are at a name of their own, and say by their status what they refuse.
        var visitor =
                visitors.on(device, ColorScheme.LIGHT)
                        .expecting(".localhost:")
                        .expecting("status of 400");
        return Stream.of(stops)
                .flatMap(stop ->
                        Stream.of(
                                test(stop, visitor, at, ColorScheme.LIGHT),
                                test(stop, visitor, at, ColorScheme.DARK)));
    }

    private DynamicTest test(Stop stop, Visitor visitor, ManagedLogin at, ColorScheme theme) {
        var name =
                "%s (%s, %s)"
                        .formatted(
                                stop.name(), device.word(), theme.name().toLowerCase(Locale.ROOT));
        return DynamicTest.dynamicTest(
                name,
                () -> {
                    visitor.page()
                            .emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
                    if (theme == ColorScheme.LIGHT) {
                        stop.arrive().accept(visitor, at);
                        assertThat(visitor.find("h1")).hasCount(1);
                        assertThat(visitor.find("script")).hasCount(0);
                    }

                    var complaints =
                            theme == ColorScheme.LIGHT
                                    ? Complaints.about(visitor.page())
                                    : Complaints.aboutColours(visitor.page());

                    assertThat(complaints).isEmpty();
                    assertThat(visitor.faults()).isEmpty();
                });
    }

    private void prefer(String username, String settings) {
        careful.ofPool(
                "AdminSetUserMFAPreference",
                "\"Username\": \"%s\", %s".formatted(username, settings));
    }

    private static void agree(ManagedLogin at) {
        for (var name : new String[] {"terms-of-use", "privacy-policy"}) {
            at.ofPool(
                    "CreateTerms",
                    """
                    "ClientId": "%s", "TermsName": "%s", "TermsSource": "LINK", "Enforcement": "NONE",
                    "Links": {"cognito:default": "https://shop.example/%s"}
                    """
                            .formatted(at.client(), name, name));
        }
    }

    private static void federate(ManagedLogin at) {
        var elsewhere = at.application();
        at.ofPool(
                "CreateIdentityProvider",
                """
                "ProviderName": "Elsewhere", "ProviderType": "OIDC", "ProviderDetails": {
                  "client_id": "shop", "client_secret": "secret", "attributes_request_method": "GET",
                  "oidc_issuer": "%1$s", "authorize_scopes": "openid", "authorize_url": "%1$s/authorize",
                  "token_url": "%1$s/token", "attributes_url": "%1$s/me", "jwks_uri": "%1$s/jwks"}
                """
                        .formatted(elsewhere));
        at.support("Elsewhere");
    }

    private static void go(Visitor visitor, String address) {
        visitor.page().navigate(address);
    }

    private static void arrive(Visitor visitor, ManagedLogin at, String username) {
        go(visitor, at.wished("/login"));
        signIn(visitor, username, ManagedLogin.PASSWORD);
    }

    private static void press(Visitor visitor, String link) {
        visitor.find("nav a:has-text('%s')".formatted(link)).click();
    }

    private static void fill(Visitor visitor, String field, String value) {
        visitor.find("main form [name='%s']".formatted(field)).fill(value);
    }

    private static void signIn(Visitor visitor, String username, String password) {
        fill(visitor, "username", username);
        fill(visitor, "password", password);
        visitor.find("main form button").first().click();
    }

    private static void signUp(Visitor visitor, String password) {
        fill(visitor, "username", "bea");
        fill(visitor, "email", "bea@example.com");
        fill(visitor, "password", password);
        visitor.button("Create the account").click();
    }

    private static void answer(Visitor visitor, String code, String button) {
        fill(visitor, "code", code);
        visitor.button(button).click();
        assertThat(visitor.find("[role=alert]")).isVisible();
    }

    private static void setUp(Visitor visitor, ManagedLogin at) {
        var seed = visitor.find("input[name=seed]").getAttribute("value");
        fill(visitor, "code", Totp.code(seed, at.now()));
        visitor.button("Verify and sign in").click();
        visitor.sees(ManagedLogin.WELCOME);
    }
}
