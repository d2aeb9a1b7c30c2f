package groundschool.emulator.cognito;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.FeatureType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TimeUnitsType;
import tools.jackson.databind.json.JsonMapper;

class TokensTest {

    private final CognitoCloud cloud = new CognitoCloud();
    private final String pool = cloud.pool();
    private final String client = cloud.client(pool);

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_password_gives_three_tokens() {
        var sub = cloud.user(client, "ada");

        var tokens = cloud.signIn(client, "ada");

        assertThat(tokens.tokenType()).isEqualTo("Bearer");
        assertThat(tokens.expiresIn()).isEqualTo(3600);
        var id = CognitoCloud.claims(tokens.idToken());
        assertThat(id)
                .containsEntry("sub", sub)
                .containsEntry("aud", client)
                .containsEntry("token_use", "id")
                .containsEntry("cognito:username", "ada")
                .containsEntry("email", "ada@example.com")
                .containsEntry("email_verified", true)
                .containsEntry("iss", "https://cognito-idp.eu-west-1.amazonaws.com/" + pool)
                .containsKeys("auth_time", "exp", "iat", "jti", "origin_jti", "event_id");
        var access = CognitoCloud.claims(tokens.accessToken());
        assertThat(access)
                .containsEntry("sub", sub)
                .containsEntry("client_id", client)
                .containsEntry("token_use", "access")
                .containsEntry("username", "ada")
                .containsEntry("scope", "aws.cognito.signin.user.admin")
                .containsEntry("origin_jti", id.get("origin_jti"))
                .doesNotContainKeys("aud", "email");
        assertThat(tokens.refreshToken().split("\\.")).hasSize(5);
    }

    @Test
    void tokens_verify_by_the_keys_that_the_pool_publishes() throws Exception {
        cloud.user(client, "ada");
        var tokens = cloud.signIn(client, "ada");

        var keys =
                JWKSet.load(
                        URI.create(cloud.server.uri() + "/" + pool + "/.well-known/jwks.json")
                                .toURL());

        assertThat(keys.getKeys()).hasSize(2);
        for (var token : List.of(tokens.idToken(), tokens.accessToken())) {
            var parsed = SignedJWT.parse(token);
            assertThat(parsed.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
            var key = keys.getKeyByKeyId(parsed.getHeader().getKeyID());
            assertThat(key.isPrivate()).isFalse();
            assertThat(parsed.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        }
        assertThat(SignedJWT.parse(tokens.idToken()).getHeader().getKeyID())
                .isNotEqualTo(SignedJWT.parse(tokens.accessToken()).getHeader().getKeyID());
    }

    @Test
    void discovery_names_the_issuer_of_the_tokens() throws Exception {
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                java.net.http.HttpRequest.newBuilder(
                                                URI.create(
                                                        cloud.server.uri()
                                                                + "/"
                                                                + pool
                                                                + "/.well-known/openid-configuration"))
                                        .build(),
                                java.net.http.HttpResponse.BodyHandlers.ofString());

        var document = JsonMapper.shared().readTree(answer.body());
        assertThat(document.path("issuer").asString())
                .isEqualTo("https://cognito-idp.eu-west-1.amazonaws.com/" + pool);
        assertThat(document.path("jwks_uri").asString())
                .isEqualTo(cloud.server.uri() + "/" + pool + "/.well-known/jwks.json");
    }

    @Test
    void a_refresh_token_gives_new_tokens_until_it_expires() {
        cloud.user(client, "ada");
        var tokens = cloud.signIn(client, "ada");
        cloud.advance(Duration.ofHours(2));

        var fresh =
                cloud.begin(
                                client,
                                AuthFlowType.REFRESH_TOKEN_AUTH,
                                "REFRESH_TOKEN",
                                tokens.refreshToken())
                        .authenticationResult();

        assertThat(fresh.refreshToken()).isNull();
        assertThat(cloud.anybody.getUser(get -> get.accessToken(fresh.accessToken())).username())
                .isEqualTo("ada");
        assertThat(CognitoCloud.claims(fresh.idToken()).get("auth_time"))
                .isEqualTo(CognitoCloud.claims(tokens.idToken()).get("auth_time"));
        cloud.advance(Duration.ofDays(31));
        assertThat(
                        refusal(() ->
                                cloud.begin(
                                        client,
                                        AuthFlowType.REFRESH_TOKEN_AUTH,
                                        "REFRESH_TOKEN",
                                        tokens.refreshToken())))
                .isEqualTo("NotAuthorizedException: Refresh Token has expired");
        assertThat(
                        refusal(() ->
                                cloud.begin(
                                        client,
                                        AuthFlowType.REFRESH_TOKEN_AUTH,
                                        "REFRESH_TOKEN",
                                        "made.up")))
                .isEqualTo("NotAuthorizedException: Invalid Refresh Token");
    }

    @Test
    void a_refresh_token_that_is_exchanged_is_good_for_a_moment_more() {
        var rotating =
                cloud.client(
                                pool,
                                wish ->
                                        wish.explicitAuthFlows(
                                                        ExplicitAuthFlowsType
                                                                .ALLOW_USER_PASSWORD_AUTH)
                                                .refreshTokenRotation(rotation ->
                                                        rotation.feature(FeatureType.ENABLED)
                                                                .retryGracePeriodSeconds(30)))
                        .clientId();
        cloud.user(client, "ada");
        var first = cloud.signIn(rotating, "ada").refreshToken();

        var second = exchange(rotating, first);
        assertThat(exchange(rotating, first)).isNotEqualTo(second);
        cloud.advance(Duration.ofMinutes(1));

        assertThat(refusal(() -> exchange(rotating, first)))
                .startsWith("RefreshTokenReuseException");
        assertThat(
                        refusal(() ->
                                cloud.begin(
                                        rotating,
                                        AuthFlowType.REFRESH_TOKEN_AUTH,
                                        "REFRESH_TOKEN",
                                        second)))
                .startsWith("InvalidParameterException");
    }

    private String exchange(String clientId, String token) {
        return cloud.anybody
                .getTokensFromRefreshToken(get -> get.clientId(clientId).refreshToken(token))
                .authenticationResult()
                .refreshToken();
    }

    @Test
    void a_revoked_token_takes_its_access_tokens_along() {
        cloud.user(client, "ada");
        var one = cloud.signIn(client, "ada");
        var other = cloud.signIn(client, "ada");

        cloud.anybody.revokeToken(revoke -> revoke.clientId(client).token(one.refreshToken()));

        assertThat(refusal(() -> cloud.anybody.getUser(get -> get.accessToken(one.accessToken()))))
                .isEqualTo("NotAuthorizedException: Access Token has been revoked");
        assertThat(
                        refusal(() ->
                                cloud.begin(
                                        client,
                                        AuthFlowType.REFRESH_TOKEN_AUTH,
                                        "REFRESH_TOKEN",
                                        one.refreshToken())))
                .isEqualTo("NotAuthorizedException: Refresh Token has been revoked");
        assertThat(cloud.anybody.getUser(get -> get.accessToken(other.accessToken())).username())
                .isEqualTo("ada");
        assertThat(
                        refusal(() ->
                                cloud.anybody.revokeToken(revoke ->
                                        revoke.clientId(client).token(other.accessToken()))))
                .startsWith("UnsupportedTokenTypeException");
    }

    @Test
    void signing_out_everywhere_ends_every_token() {
        cloud.user(client, "ada");
        var one = cloud.signIn(client, "ada");
        var other = cloud.signIn(client, "ada");

        cloud.anybody.globalSignOut(out -> out.accessToken(one.accessToken()));

        for (var tokens : List.of(one, other)) {
            assertThat(
                            refusal(() ->
                                    cloud.anybody.getUser(
                                            get -> get.accessToken(tokens.accessToken()))))
                    .isEqualTo("NotAuthorizedException: Access Token has been revoked");
        }
        var third = cloud.signIn(client, "ada");
        cloud.admin.adminUserGlobalSignOut(out -> out.userPoolId(pool).username("ada"));
        assertThat(
                        refusal(() ->
                                cloud.anybody.getUser(get -> get.accessToken(third.accessToken()))))
                .isEqualTo("NotAuthorizedException: Access Token has been revoked");
    }

    @Test
    void tokens_last_as_long_as_the_client_says() {
        var brief =
                cloud.client(
                                pool,
                                wish ->
                                        wish.accessTokenValidity(10)
                                                .idTokenValidity(20)
                                                .tokenValidityUnits(units ->
                                                        units.accessToken(TimeUnitsType.MINUTES)
                                                                .idToken(TimeUnitsType.MINUTES)))
                        .clientId();
        cloud.user(client, "ada");

        var tokens = cloud.signIn(brief, "ada");

        assertThat(tokens.expiresIn()).isEqualTo(600);
        cloud.advance(Duration.ofMinutes(11));
        assertThat(
                        refusal(() ->
                                cloud.anybody.getUser(
                                        get -> get.accessToken(tokens.accessToken()))))
                .isEqualTo("NotAuthorizedException: Access Token has expired");
    }

    @Test
    void groups_and_their_roles_stand_in_the_tokens() {
        cloud.user(client, "ada");
        cloud.admin.createGroup(group ->
                group.userPoolId(pool)
                        .groupName("staff")
                        .precedence(2)
                        .roleArn("arn:aws:iam::111122223333:role/staff"));
        cloud.admin.createGroup(group ->
                group.userPoolId(pool)
                        .groupName("owners")
                        .precedence(1)
                        .roleArn("arn:aws:iam::111122223333:role/owner"));
        for (var group : List.of("staff", "owners")) {
            cloud.admin.adminAddUserToGroup(
                    join -> join.userPoolId(pool).username("ada").groupName(group));
        }

        var tokens = cloud.signIn(client, "ada");

        assertThat(CognitoCloud.claims(tokens.accessToken()).get("cognito:groups"))
                .isEqualTo(List.of("owners", "staff"));
        assertThat(CognitoCloud.claims(tokens.idToken()))
                .containsEntry("cognito:groups", List.of("owners", "staff"))
                .containsEntry("cognito:preferred_role", "arn:aws:iam::111122223333:role/owner")
                .containsEntry(
                        "cognito:roles",
                        List.of(
                                "arn:aws:iam::111122223333:role/owner",
                                "arn:aws:iam::111122223333:role/staff"));
    }
}
