package groundschool.emulator.cognito.login;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.Headers;
import groundschool.emulator.cognito.CognitoCloud;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AssetCategoryType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AssetExtensionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AssetType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ColorSchemeModeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateManagedLoginBrandingRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ManagedLoginBrandingType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolTierType;

/// How managed login looks, for each application as its owner says.
class BrandingTest {

    private static final String NEITHER_NOR =
            "InvalidParameterException: useCognitoProvidedValues or settings should be specified (but not both)";
    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";

    private final Application application = new Application();
    private final CognitoCloud cloud = application.cloud;
    private final Browser browser = application.browser;

    @BeforeEach
    void manage() {
        cloud.admin.updateUserPoolDomain(domain ->
                domain.userPoolId(application.pool).domain("shop").managedLoginVersion(2));
    }

    @AfterEach
    void close() {
        application.close();
    }

    private ManagedLoginBrandingType provided() {
        return cloud.admin
                .createManagedLoginBranding(style ->
                        style.userPoolId(application.pool)
                                .clientId(application.client)
                                .useCognitoProvidedValues(true))
                .managedLoginBranding();
    }

    private ManagedLoginBrandingType set(Document settings, AssetType... assets) {
        return cloud.admin
                .createManagedLoginBranding(style ->
                        style.userPoolId(application.pool)
                                .clientId(application.client)
                                .settings(settings)
                                .assets(assets))
                .managedLoginBranding();
    }

    private ManagedLoginBrandingType update(
            ManagedLoginBrandingType known, Document settings, AssetType... assets) {
        return cloud.admin
                .updateManagedLoginBranding(style ->
                        style.userPoolId(application.pool)
                                .managedLoginBrandingId(known.managedLoginBrandingId())
                                .settings(settings)
                                .assets(assets))
                .managedLoginBranding();
    }

    private static AssetType asset(
            AssetCategoryType category, ColorSchemeModeType mode, String svg) {
        return AssetType.builder()
                .category(category)
                .colorMode(mode)
                .extension(AssetExtensionType.SVG)
                .bytes(SdkBytes.fromUtf8String(svg))
                .build();
    }

    /// Settings with one value somewhere: `of("a/b", …)` is `{"a": {"b": …}}`.
    private static Document of(String path, Document value) {
        var parts = List.of(path.split("/"));
        var all = value;
        for (var name : parts.reversed()) {
            all = Document.fromMap(Map.of(name, all));
        }
        return all;
    }

    private static Document scheme(String mode) {
        return of("categories/global/colorSchemeMode", Document.fromString(mode));
    }

    private static Document and(Document one, Document other) {
        var all = new LinkedHashMap<>(one.asMap());
        other.asMap()
                .forEach((name, value) ->
                        all.merge(name, value, (a, b) -> a.isMap() && b.isMap() ? and(a, b) : b));
        return Document.fromMap(all);
    }

    private String style(Browser.Page page) {
        return linked(page, "/login.css").text();
    }

    private Browser.Page linked(Browser.Page page, String beginning) {
        var from = page.text().indexOf(beginning);
        assertThat(from).as("%s in %s", beginning, page.text()).isNotNegative();
        var address = page.text().substring(from, page.text().indexOf('"', from));
        return get(address.replace("&amp;", "&"));
    }

    private Browser.Page get(String address) {
        return browser.ask("GET", address, "", Headers.none());
    }

    @Test
    void without_a_style_an_application_has_no_pages() {
        var page = browser.open(application.authorize());

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("Login pages unavailable");
        assertThat(browser.post("/login", Map.of()).status()).isEqualTo(403);

        var style = provided();
        assertThat(browser.open(application.authorize()).text()).contains("Sign in");

        cloud.admin.deleteManagedLoginBranding(delete ->
                delete.userPoolId(application.pool)
                        .managedLoginBrandingId(style.managedLoginBrandingId()));
        assertThat(browser.open(application.authorize()).status()).isEqualTo(400);
    }

    @Test
    void what_cognito_provides_is_light_and_has_a_background() {
        var style = provided();
        var page = browser.open(application.authorize());

        assertThat(style.useCognitoProvidedValues()).isTrue();
        assertThat(style.settings()).isNull();
        assertThat(style.hasAssets()).isTrue();
        assertThat(style.assets()).isEmpty();
        assertThat(page.text())
                .contains("<meta name=\"color-scheme\" content=\"light\">")
                .contains("<div class=\"card\">");
        assertThat(style(page))
                .contains("--accent: #0972d3ff;")
                .doesNotContain("--accent: #539fe5ff;")
                .contains("--page-image: url(\"/brand?client_id=" + application.client);
    }

    @Test
    void pages_wear_the_colors_of_the_scheme_that_is_set() {
        var dark =
                set(
                        and(
                                scheme("DARK"),
                                of(
                                        "components/primaryButton/darkMode/defaults/backgroundColor",
                                        Document.fromString("00cc66ff"))));
        var page = browser.open(application.authorize());
        assertThat(page.text()).contains("<meta name=\"color-scheme\" content=\"dark\">");
        assertThat(style(page))
                .contains("--accent: #00cc66ff;")
                .doesNotContain("--accent: #0972d3ff;");

        cloud.advance(Duration.ofSeconds(1));
        update(dark, scheme("DYNAMIC"));
        page = browser.open(application.authorize());
        assertThat(page.text()).contains("<meta name=\"color-scheme\" content=\"light dark\">");
        assertThat(style(page))
                .containsSubsequence(
                        "--accent: #0972d3ff;",
                        "@media (prefers-color-scheme: dark)",
                        "--accent: #00cc66ff;");
    }

    @Test
    void sizes_places_and_parts_are_as_set() {
        set(
                and(
                        and(
                                of("components/form/borderRadius", Document.fromNumber(20)),
                                of(
                                        "categories/form/location/horizontal",
                                        Document.fromString("END"))),
                        and(
                                of(
                                        "categories/global/pageHeader/enabled",
                                        Document.fromBoolean(true)),
                                of(
                                        "components/pageBackground/image/enabled",
                                        Document.fromBoolean(false)))));
        var page = browser.open(application.authorize());

        assertThat(style(page))
                .contains("--round-form: 20.0px")
                .contains("--across: end")
                .contains("--page-image: none");
        assertThat(page.text())
                .contains("<header class=\"page-header\">")
                .doesNotContain("<footer");
    }

    @Test
    void logos_icons_and_pictures_are_the_owner_s() {
        set(
                and(
                        and(
                                scheme("DYNAMIC"),
                                of("components/form/logo/enabled", Document.fromBoolean(true))),
                        of("components/pageBackground/image/enabled", Document.fromBoolean(false))),
                asset(AssetCategoryType.FORM_LOGO, ColorSchemeModeType.LIGHT, SVG),
                asset(AssetCategoryType.FORM_LOGO, ColorSchemeModeType.DARK, "<svg/>"),
                asset(
                        AssetCategoryType.FAVICON_SVG,
                        ColorSchemeModeType.DYNAMIC,
                        "<svg id=\"i\"/>"),
                asset(
                        AssetCategoryType.PASSWORD_GRAPHIC,
                        ColorSchemeModeType.DYNAMIC,
                        "<svg id=\"key\"/>"));
        var page = browser.open(application.authorize());

        assertThat(page.text())
                .containsSubsequence(
                        "<link rel=\"icon\" href=\"/brand",
                        "<source media=\"(prefers-color-scheme: dark)\" srcset=\"/brand",
                        "<img src=\"/brand")
                .doesNotContain("class=\"graphic\"");
        assertThat(page.headers().first("Content-Security-Policy").orElse(""))
                .contains("img-src 'self' data:")
                .contains("default-src 'none'");
        var logo = linked(page, "/brand?client_id=%s&amp;image=0".formatted(application.client));
        assertThat(logo.text()).isEqualTo(SVG);
        assertThat(logo.headers().first("Content-Type")).contains("image/svg+xml");
        assertThat(logo.headers().first("Content-Security-Policy").orElse(""))
                .contains("sandbox")
                .contains("default-src 'none'");
        assertThat(get("/brand?client_id=%s&image=99".formatted(application.client)).status())
                .isEqualTo(404);
        assertThat(
                        browser.open(
                                        application
                                                .authorize()
                                                .replace("/oauth2/authorize", "/forgotPassword"))
                                .text())
                .contains("<div class=\"graphic\"><img src=\"/brand");
    }

    @Test
    void identity_providers_stand_where_the_settings_say() {
        federate("Club", "School");
        var style =
                set(
                        of(
                                "categories/auth/federation/order",
                                Document.fromList(List.of(Document.fromString("School")))),
                        AssetType.builder()
                                .category(AssetCategoryType.IDP_BUTTON_ICON)
                                .colorMode(ColorSchemeModeType.DYNAMIC)
                                .extension(AssetExtensionType.PNG)
                                .resourceId("School")
                                .bytes(SdkBytes.fromUtf8String("png"))
                                .build());
        assertThat(browser.open(application.authorize()).text())
                .containsSubsequence(
                        "aria-label=\"Identity providers\"",
                        "<img src=\"/brand",
                        "Continue with School",
                        "Continue with Club",
                        "class=\"divider\"",
                        "<form");

        update(
                style,
                of(
                        "categories/auth/authMethodOrder",
                        Document.fromList(
                                List.of(
                                        Document.fromList(
                                                List.of(
                                                        method("USERNAME_PASSWORD"),
                                                        method("FEDERATED")))))));
        assertThat(browser.open(application.authorize()).text())
                .containsSubsequence("<form", "aria-label=\"Other ways\"", "Continue with School")
                .doesNotContain("aria-label=\"Identity providers\"");
    }

    private static Document method(String type) {
        return Document.fromMap(Map.of("type", Document.fromString(type)));
    }

    private void federate(String... names) {
        for (var name : names) {
            cloud.admin.createIdentityProvider(provider ->
                    provider.userPoolId(application.pool)
                            .providerName(name)
                            .providerType("Google")
                            .providerDetails(
                                    Map.of(
                                            "client_id", "a",
                                            "client_secret", "b",
                                            "authorize_scopes", "openid")));
        }
        cloud.admin.updateUserPoolClient(client ->
                client.userPoolId(application.pool)
                        .clientId(application.client)
                        .allowedOAuthFlowsUserPoolClient(true)
                        .allowedOAuthFlowsWithStrings("code")
                        .allowedOAuthScopes("openid")
                        .callbackURLs(Application.BACK)
                        .supportedIdentityProviders("COGNITO", "Club", "School"));
    }

    @Test
    void the_classic_pages_know_no_style() {
        set(scheme("DARK"));
        cloud.admin.updateUserPoolDomain(domain ->
                domain.userPoolId(application.pool).domain("shop").managedLoginVersion(1));

        var page = browser.open(application.authorize());

        assertThat(page.text()).doesNotContain("class=\"card\"");
        assertThat(style(page)).doesNotContain("--card");
        assertThat(get("/brand?client_id=%s&image=0".formatted(application.client)).status())
                .isEqualTo(404);
    }

    @Test
    void a_request_says_where_settings_come_from() {
        assertThat(refusal(() -> create(_ -> {}))).isEqualTo(NEITHER_NOR);
        assertThat(refusal(() -> create(style -> style.useCognitoProvidedValues(false))))
                .isEqualTo(NEITHER_NOR);
        assertThat(
                        refusal(() ->
                                create(style ->
                                        style.useCognitoProvidedValues(true)
                                                .settings(scheme("DARK")))))
                .isEqualTo(NEITHER_NOR);

        create(style -> style.useCognitoProvidedValues(false).settings(scheme("DARK")));
        assertThat(refusal(this::provided))
                .isEqualTo(
                        "ManagedLoginBrandingExistsException: A ManagedLoginBranding already exists for client "
                                + application.client);
    }

    private void create(Consumer<CreateManagedLoginBrandingRequest.Builder> more) {
        cloud.admin.createManagedLoginBranding(style -> {
            style.userPoolId(application.pool).clientId(application.client);
            more.accept(style);
        });
    }

    @Test
    void an_update_leaves_what_it_does_not_name() {
        var style =
                set(
                        scheme("DARK"),
                        asset(AssetCategoryType.FORM_LOGO, ColorSchemeModeType.DARK, "<svg/>"));

        var changed =
                update(
                        style,
                        of("components/form/borderRadius", Document.fromNumber(1)),
                        asset(AssetCategoryType.FORM_LOGO, ColorSchemeModeType.LIGHT, SVG));

        assertThat(changed.settings().asMap()).containsOnlyKeys("categories", "components");
        assertThat(changed.assets())
                .extracting(AssetType::colorMode)
                .containsExactly(ColorSchemeModeType.DARK, ColorSchemeModeType.LIGHT);
        var byClient =
                cloud.admin
                        .describeManagedLoginBrandingByClient(get ->
                                get.userPoolId(application.pool).clientId(application.client))
                        .managedLoginBranding();
        assertThat(byClient).isEqualTo(changed);
        assertThat(byClient.assets().getLast().bytes().asUtf8String()).isEqualTo(SVG);

        var reverted =
                cloud.admin
                        .updateManagedLoginBranding(update ->
                                update.userPoolId(application.pool)
                                        .managedLoginBrandingId(style.managedLoginBrandingId())
                                        .useCognitoProvidedValues(true))
                        .managedLoginBranding();
        assertThat(reverted.settings()).isNull();
        assertThat(reverted.assets()).isEmpty();
    }

    @Test
    void a_style_is_shown_with_what_is_provided_if_somebody_asks() {
        var style = set(scheme("DARK"));

        var merged =
                cloud.admin
                        .describeManagedLoginBranding(get ->
                                get.userPoolId(application.pool)
                                        .managedLoginBrandingId(style.managedLoginBrandingId())
                                        .returnMergedResources(true))
                        .managedLoginBranding();

        var expected =
                and(
                        scheme("DARK"),
                        of("categories/global/spacingDensity", Document.fromString("REGULAR")));
        assertThat(and(merged.settings(), expected)).isEqualTo(merged.settings());
        assertThat(merged.settings().asMap())
                .containsOnlyKeys("categories", "componentClasses", "components");
        assertThat(merged.assets())
                .extracting(AssetType::category)
                .containsOnly(AssetCategoryType.PAGE_BACKGROUND);
    }

    @Test
    void values_that_settings_cannot_have_are_refused() {
        assertThat(refusal(() -> set(scheme("SEPIA")))).contains("colorSchemeMode");
        assertThat(
                        refusal(() ->
                                set(
                                        of(
                                                "components/pageBackground/lightMode/color",
                                                Document.fromString("red; } body {")))))
                .isEqualTo(
                        "InvalidParameterException: Invalid settings.components.pageBackground.lightMode.color: it must be a color of eight hexadecimal digits, such as 0972d3ff.");
        assertThat(
                        refusal(() ->
                                set(
                                        of(
                                                "componentClasses/buttons/borderRadius",
                                                Document.fromNumber(-1)))))
                .contains("from 0 to 100");
        assertThat(
                        refusal(() ->
                                set(
                                        of(
                                                "categories/form/displayGraphics",
                                                Document.fromString("yes")))))
                .contains("true or false");
    }

    @Test
    void what_is_not_there_is_said_in_aws_s_words() {
        assertThat(
                        refusal(() ->
                                cloud.admin.describeManagedLoginBrandingByClient(get ->
                                        get.userPoolId(application.pool)
                                                .clientId(application.client))))
                .isEqualTo(
                        "ResourceNotFoundException: ManagedLoginBranding for client %s does not exist."
                                .formatted(application.client));
        assertThat(
                        refusal(() ->
                                cloud.admin.describeManagedLoginBranding(get ->
                                        get.userPoolId(application.pool)
                                                .managedLoginBrandingId(
                                                        UUID.randomUUID().toString()))))
                .isEqualTo("ResourceNotFoundException: ManagedLoginBranding does not exist.");
        assertThat(
                        refusal(() ->
                                cloud.admin.describeManagedLoginBranding(get ->
                                        get.userPoolId(application.pool)
                                                .managedLoginBrandingId("not-a-uuid"))))
                .startsWith(
                        "InvalidParameterException: 1 validation error detected: Value 'not-a-uuid' at 'managedLoginBrandingId'");
    }

    @Test
    void a_style_goes_with_its_application() {
        provided();
        cloud.admin.deleteUserPoolClient(
                client -> client.userPoolId(application.pool).clientId(application.client));

        assertThat(
                        refusal(() ->
                                cloud.admin.describeManagedLoginBrandingByClient(get ->
                                        get.userPoolId(application.pool)
                                                .clientId(application.client))))
                .contains("User pool client");
    }

    @Test
    void the_lite_tier_has_no_managed_login() {
        var lite = cloud.pool(pool -> pool.userPoolTier(UserPoolTierType.LITE));

        assertThat(
                        refusal(() ->
                                cloud.admin.createUserPoolDomain(domain ->
                                        domain.userPoolId(lite)
                                                .domain("cheap")
                                                .managedLoginVersion(2))))
                .startsWith("FeatureUnavailableInTierException");
        assertThat(
                        refusal(() ->
                                cloud.admin.updateUserPool(pool ->
                                        pool.userPoolId(application.pool)
                                                .userPoolTier(UserPoolTierType.LITE))))
                .startsWith("FeatureUnavailableInTierException");
    }
}
