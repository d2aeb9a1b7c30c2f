package groundschool.emulator.cognito.login;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.Headers;
import groundschool.emulator.cognito.CognitoCloud;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UICustomizationType;

/// How owners have pages look.
class LooksTest {

    private static final String CSS = ".submitButton-customizable { background-color: #7a1f3d; }";
    private static final byte[] PNG =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private final Application application = new Application();
    private final CognitoCloud cloud = application.cloud;
    private final Browser browser = application.browser;

    @AfterEach
    void close() {
        application.close();
    }

    private UICustomizationType set(String css) {
        return cloud.admin
                .setUICustomization(look ->
                        look.userPoolId(application.pool)
                                .css(css)
                                .imageFile(SdkBytes.fromByteArray(PNG)))
                .uiCustomization();
    }

    private String style(Browser.Page page) {
        var from = page.text().indexOf("/login.css");
        var address = page.text().substring(from, page.text().indexOf('"', from));
        return browser.ask("GET", address.replace("&amp;", "&"), "", Headers.none()).text();
    }

    @Test
    void pages_wear_what_the_owner_says() {
        var plain = browser.open(application.authorize());
        assertThat(style(plain)).doesNotContain("#7a1f3d");
        assertThat(plain.text()).doesNotContain("<img");

        var set = set(CSS);
        var page = browser.open(application.authorize());

        assertThat(set.clientId()).isEqualTo("ALL");
        assertThat(style(page)).contains(CSS);
        assertThat(page.text())
                .contains("src=\"data:image/png;base64,iVBOR")
                .contains("submitButton-customizable");
        var logo =
                browser.ask(
                        "GET",
                        set.imageUrl().substring(set.imageUrl().indexOf("/logo")),
                        "",
                        Headers.none());
        assertThat(logo.headers().first("Content-Type")).contains("image/png");
    }

    @Test
    void a_client_may_have_a_look_of_its_own() {
        set(CSS);
        cloud.admin.setUICustomization(look ->
                look.userPoolId(application.pool)
                        .clientId(application.client)
                        .css(".label-customizable { font-weight: 700; }"));

        assertThat(style(browser.open(application.authorize())))
                .contains("font-weight: 700")
                .doesNotContain("#7a1f3d");
        assertThat(
                        cloud.admin
                                .getUICustomization(get -> get.userPoolId(application.pool))
                                .uiCustomization()
                                .css())
                .isEqualTo(CSS);
    }

    @Test
    void nothing_was_said_and_nothing_is_shown() {
        var none =
                cloud.admin
                        .getUICustomization(get -> get.userPoolId(application.pool))
                        .uiCustomization();

        assertThat(none.userPoolId()).isEqualTo(application.pool);
        assertThat(none.css()).isNull();
    }

    @Test
    void rules_for_anything_else_are_refused() {
        assertThat(refusal(() -> set("body { display: none; }"))).contains("Invalid CSS");
        assertThat(
                        refusal(() ->
                                set(
                                        ".label-customizable { background: url(http://evil.example); }")))
                .contains("Invalid CSS");
        assertThat(refusal(() -> set(".label-customizable { color: red; } </style><script>")))
                .contains("Invalid CSS");
        assertThat(
                        refusal(() ->
                                cloud.admin.setUICustomization(look ->
                                        look.userPoolId(application.pool)
                                                .imageFile(SdkBytes.fromUtf8String("<svg/>")))))
                .contains("neither PNG nor JPEG");
        var without = cloud.pool();
        assertThat(
                        refusal(() ->
                                cloud.admin.setUICustomization(
                                        look -> look.userPoolId(without).css(CSS))))
                .contains("There has to be an existing domain associated with this user pool");
    }
}
