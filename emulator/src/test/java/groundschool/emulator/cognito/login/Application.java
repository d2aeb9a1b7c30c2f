package groundschool.emulator.cognito.login;

import groundschool.emulator.cognito.CognitoCloud;
import groundschool.emulator.cognito.Hashes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An application that sends people to the pages of a pool.
final class Application implements AutoCloseable {

    static final String BACK = "http://localhost:3000/back";
    static final String OUT = "http://localhost:3000/out";
    static final String VERIFIER = "a-verifier-that-is-long-enough-to-be-one-0123456789";

    final CognitoCloud cloud = new CognitoCloud();
    final String pool;
    final String client;
    final Browser browser = new Browser(cloud.emulator, "shop.auth.eu-west-1.localhost");

    Application() {
        this(_ -> {}, _ -> {});
    }

    Application(
            Consumer<CreateUserPoolRequest.Builder> ofPool,
            Consumer<CreateUserPoolClientRequest.Builder> ofClient) {
        pool = cloud.pool(ofPool);
        cloud.admin.createUserPoolDomain(domain -> domain.userPoolId(pool).domain("shop"));
        client =
                cloud.client(
                                pool,
                                wish -> {
                                    wish.allowedOAuthFlowsUserPoolClient(true)
                                            .allowedOAuthFlows(
                                                    OAuthFlowType.CODE, OAuthFlowType.IMPLICIT)
                                            .allowedOAuthScopes(
                                                    "openid",
                                                    "email",
                                                    "profile",
                                                    "aws.cognito.signin.user.admin")
                                            .callbackURLs(BACK)
                                            .logoutURLs(OUT);
                                    ofClient.accept(wish);
                                })
                        .clientId();
    }

    String authorize(String... namesAndValues) {
        var all = new LinkedHashMap<String, String>();
        all.put("client_id", client);
        all.put("redirect_uri", BACK);
        all.put("response_type", "code");
        all.put("state", "a state & more");
        all.putAll(CognitoCloud.map(namesAndValues));
        return "/oauth2/authorize?"
                + all.entrySet().stream()
                        .map(each ->
                                each.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    static String challenge() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Hashes.sha256(Hashes.utf8(VERIFIER)));
    }

    Browser.Page signIn(String... authorizing) {
        var page = browser.open(authorize(authorizing));
        return browser.send(page, "username", "ada", "password", CognitoCloud.PASSWORD);
    }

    JsonNode exchange(String code, String... more) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("grant_type", "authorization_code");
        fields.put("client_id", client);
        fields.put("redirect_uri", BACK);
        fields.put("code", code);
        fields.putAll(CognitoCloud.map(more));
        return JsonMapper.shared().readTree(browser.call("/oauth2/token", fields).text());
    }

    @Override
    public void close() {
        cloud.close();
    }
}
