package groundschool.emulator.cognito.login;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.Headers;
import groundschool.emulator.cognito.CognitoCloud;
import groundschool.emulator.iam.mfa.Totp;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdvancedSecurityModeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DefaultEmailOptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EventResponseType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolTierType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

class LoginPagesTest {

    private final Application application = new Application();
    private final Browser browser = application.browser;
    private final CognitoCloud cloud = application.cloud;

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void who_signs_in_comes_back_with_a_code_and_the_state() {
        cloud.user(application.client, "ada");

        var back = application.signIn();

        assertThat(back.status()).isEqualTo(302);
        assertThat(back.location()).startsWith(Application.BACK + "?code=");
        assertThat(back.told("state")).isEqualTo("a state & more");
    }

    @Test
    void who_is_kept_out_for_security_is_told_so() {
        cloud.user(application.client, "ada");
        cloud.admin.updateUserPool(pool ->
                pool.userPoolId(application.pool)
                        .userPoolTier(UserPoolTierType.PLUS)
                        .userPoolAddOns(more ->
                                more.advancedSecurityMode(AdvancedSecurityModeType.ENFORCED)));
        var page = browser.open(application.authorize());
        cloud.admin.setRiskConfiguration(set ->
                set.userPoolId(application.pool)
                        .riskExceptionConfiguration(
                                exceptions -> exceptions.blockedIPRangeList("127.0.0.0/8")));

        var again = browser.send(page, "username", "ada", "password", CognitoCloud.PASSWORD);

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text()).contains("Request not allowed due to security reasons.");
    }

    @Test
    void a_sign_in_on_the_pages_is_watched_too() {
        cloud.user(application.client, "ada");
        cloud.admin.updateUserPool(pool ->
                pool.userPoolId(application.pool)
                        .userPoolTier(UserPoolTierType.PLUS)
                        .userPoolAddOns(
                                more -> more.advancedSecurityMode(AdvancedSecurityModeType.AUDIT)));

        var back = application.signIn();

        var event =
                cloud.admin
                        .adminListUserAuthEvents(
                                list -> list.userPoolId(application.pool).username("ada"))
                        .authEvents()
                        .getFirst();
        assertThat(event.eventResponse()).isEqualTo(EventResponseType.PASS);
        assertThat(back.told("code")).isNotEmpty();
    }

    @Test
    void a_wrong_password_is_said_on_the_page_which_keeps_the_name() {
        cloud.user(application.client, "ada");
        var page = browser.open(application.authorize());

        var again = browser.send(page, "username", "ada", "password", "wrong");

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text())
                .contains("Incorrect username or password.")
                .contains("role=\"alert\"")
                .contains("value=\"ada\"");
        var unknown = browser.send(page, "username", "nobody", "password", "wrong");
        assertThat(unknown.text()).contains("Incorrect username or password.");
    }

    @Test
    void who_is_in_need_not_sign_in_again_until_the_sign_out() {
        cloud.user(application.client, "ada");
        application.signIn();

        assertThat(browser.open(application.authorize()).told("code")).isNotEmpty();
        var out =
                browser.ask(
                        "GET",
                        "/logout?client_id=%s&logout_uri=%s"
                                .formatted(application.client, Application.OUT),
                        "",
                        Headers.none());
        assertThat(out.location()).isEqualTo(Application.OUT);
        assertThat(browser.open(application.authorize()).text()).contains("Sign in");
    }

    @Test
    void a_global_sign_out_ends_the_browser_s_too() {
        cloud.user(application.client, "ada");
        application.signIn();
        cloud.advance(Duration.ofSeconds(1));

        cloud.admin.adminUserGlobalSignOut(out -> out.userPoolId(application.pool).username("ada"));

        assertThat(browser.open(application.authorize()).text()).contains("Sign in");
    }

    @Test
    void who_signs_up_confirms_and_is_in() {
        var page = browser.open(application.authorize().replace("/oauth2/authorize", "/signup"));
        assertThat(page.text()).contains("E-mail address").contains("at least 8 characters");
        var weak =
                browser.send(
                        page, "username", "bob", "email", "bob@example.com", "password", "weak");
        assertThat(weak.text()).contains("Password not long enough.");

        var confirm =
                browser.send(
                        weak,
                        "username",
                        "bob",
                        "email",
                        "bob@example.com",
                        "password",
                        CognitoCloud.PASSWORD);
        assertThat(confirm.text()).contains("b***@e***");
        assertThat(browser.send(confirm, "code", "nope").text())
                .contains("Invalid verification code");
        var back = browser.send(confirm, "code", cloud.code());

        assertThat(back.told("code")).isNotEmpty();
        assertThat(application.exchange(back.told("code")).has("id_token")).isTrue();
    }

    @Test
    void a_forgotten_password_is_replaced() {
        cloud.user(application.client, "ada");
        var page =
                browser.open(
                        application.authorize().replace("/oauth2/authorize", "/forgotPassword"));

        var choose = browser.send(page, "username", "ada");
        var done = browser.send(choose, "code", cloud.code(), "password", "Battery-staple-2");

        assertThat(done.location()).startsWith("/login?");
        assertThat(cloud.signIn(application.client, "ada", "Battery-staple-2").accessToken())
                .isNotEmpty();
    }

    @Test
    void a_given_password_is_replaced_on_the_way_in() {
        cloud.admin.adminCreateUser(user ->
                user.userPoolId(application.pool).username("ada").temporaryPassword("Temporary-1"));
        var page = browser.open(application.authorize());

        var choose = browser.send(page, "username", "ada", "password", "Temporary-1");
        assertThat(choose.text()).contains("Choose a new password");
        var weak = browser.send(choose, "password", "weak");
        assertThat(weak.text()).contains("Password not long enough.");
        var back = browser.send(weak, "password", CognitoCloud.PASSWORD);

        assertThat(back.told("code")).isNotEmpty();
    }

    @Test
    void a_second_factor_is_set_up_and_asked_for_on_pages() {
        cloud.user(application.client, "ada");
        cloud.admin.setUserPoolMfaConfig(set ->
                set.userPoolId(application.pool)
                        .mfaConfiguration(UserPoolMfaType.ON)
                        .softwareTokenMfaConfiguration(token -> token.enabled(true)));

        var setUp = application.signIn();
        var seed = setUp.filled().get("seed");
        assertThat(browser.send(setUp, "code", "000000").text()).contains("Code mismatch");
        var back =
                browser.send(
                        setUp,
                        "code",
                        Totp.code(Objects.requireNonNull(seed), cloud.sandbox().clock().now()));
        assertThat(back.told("code")).isNotEmpty();

        browser.forgetCookies();
        cloud.advance(Duration.ofMinutes(2));
        var code = application.signIn();
        assertThat(code.text()).contains("Enter your code");
        var second =
                browser.send(
                        code,
                        "code",
                        Totp.code(Objects.requireNonNull(seed), cloud.sandbox().clock().now()));
        assertThat(second.told("code")).isNotEmpty();
    }

    @Test
    void pages_take_no_script_no_frame_and_no_form_of_somebody_else() {
        cloud.user(application.client, "ada");
        var page = browser.open(application.authorize());

        assertThat(page.headers().first("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .contains("form-action 'self' http://localhost:3000");
        assertThat(page.headers().first("X-Frame-Options")).contains("DENY");
        var forged =
                browser.post(
                        page.action(),
                        Map.of("username", "ada", "password", CognitoCloud.PASSWORD));
        assertThat(forged.status()).isEqualTo(403);
        var xss =
                browser.send(page, "username", "\"><script>alert(1)</script>", "password", "wrong");
        assertThat(xss.text()).doesNotContain("<script");
    }

    @Test
    void a_link_in_a_message_confirms() {
        cloud.admin.updateUserPool(update ->
                update.userPoolId(application.pool)
                        .autoVerifiedAttributes(VerifiedAttributeType.EMAIL)
                        .verificationMessageTemplate(template ->
                                template.defaultEmailOption(
                                                DefaultEmailOptionType.CONFIRM_WITH_LINK)
                                        .emailMessageByLink("Click {##here##}")));
        cloud.signUp(application.client, "ada");
        var body = cloud.inbox().getFirst().body();
        assertThat(body).startsWith("Click here: http://shop.auth.eu-west-1.localhost:");

        var page = browser.open(body.substring(body.indexOf("/confirmUser")));

        assertThat(page.text()).contains("Your account is confirmed");
        assertThat(cloud.signIn(application.client, "ada").accessToken()).isNotEmpty();
    }

    @Test
    void a_domain_that_is_nobody_s_says_so() {
        var nowhere = new Browser(cloud.emulator, "nobody.auth.eu-west-1.localhost");

        assertThat(nowhere.open("/login").status()).isEqualTo(404);
    }

    @Test
    void on_the_host_that_all_share_there_are_endpoints_and_no_pages() {
        var shared = new Browser(cloud.emulator, "localhost");

        var page =
                shared.ask(
                        "GET", "/_aws/auth/eu-west-1/shop/login?client_id=x", "", Headers.none());

        assertThat(page.location())
                .startsWith("http://shop.auth.eu-west-1.localhost:")
                .endsWith("/login?client_id=x");
        assertThat(shared.call("/_aws/auth/eu-west-1/shop/oauth2/token", Map.of()).text())
                .isEqualTo("{\"error\":\"invalid_client\"}");
    }
}
