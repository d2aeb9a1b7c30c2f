package groundschool.emulator.cognito;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import groundschool.emulator.Caller;
import groundschool.emulator.sandbox.Durability;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import tools.jackson.databind.json.JsonMapper;

class TokenSecurityTest {

    private final CognitoCloud cloud = new CognitoCloud();
    private final String pool = cloud.pool();
    private final String client = cloud.client(pool);

    @AfterEach
    void close() {
        cloud.close();
    }

    private String refused(String token) {
        return refusal(() -> cloud.anybody.getUser(get -> get.accessToken(token)));
    }

    private JWTClaimsSet claims(String token) throws ParseException {
        return SignedJWT.parse(token).getJWTClaimsSet();
    }

    @Test
    void an_unsigned_token_is_no_token() throws Exception {
        cloud.user(client, "ada");
        var token = cloud.signIn(client, "ada").accessToken();

        assertThat(refused(new PlainJWT(claims(token)).serialize()))
                .isEqualTo("NotAuthorizedException: Invalid Access Token");
        var parts = token.split("\\.", -1);
        assertThat(refused(parts[0] + "." + parts[1] + ".")).startsWith("NotAuthorizedException");
    }

    @Test
    void a_token_that_somebody_else_signed_is_no_token() throws Exception {
        cloud.user(client, "ada");
        var token = cloud.signIn(client, "ada").accessToken();
        var kid = SignedJWT.parse(token).getHeader().getKeyID();
        var own = new RSAKeyGenerator(2048).keyID(kid).generate();
        var forged =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build(),
                        claims(token));
        forged.sign(new RSASSASigner(own));

        assertThat(refused(forged.serialize()))
                .isEqualTo("NotAuthorizedException: Could not verify signature for Access Token");
    }

    @Test
    void a_public_key_is_no_secret_to_sign_with() throws Exception {
        cloud.user(client, "ada");
        var token = cloud.signIn(client, "ada").accessToken();
        var kid = SignedJWT.parse(token).getHeader().getKeyID();
        var published =
                JWKSet.load(
                        URI.create(cloud.server.uri() + "/" + pool + "/.well-known/jwks.json")
                                .toURL());
        var forged =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(kid).build(),
                        claims(token));
        forged.sign(
                new MACSigner(published.getKeyByKeyId(kid).toRSAKey().toPublicKey().getEncoded()));

        assertThat(refused(forged.serialize()))
                .isEqualTo("NotAuthorizedException: Invalid Access Token");
    }

    @Test
    void a_token_that_was_changed_is_no_token() {
        cloud.user(client, "ada");
        var parts = cloud.signIn(client, "ada").accessToken().split("\\.", -1);
        var body =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                        .replace("\"username\":\"ada\"", "\"username\":\"eve\"");
        var changed =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(body.getBytes(StandardCharsets.UTF_8));

        assertThat(refused(parts[0] + "." + changed + "." + parts[2]))
                .isEqualTo("NotAuthorizedException: Could not verify signature for Access Token");
    }

    @Test
    void an_id_token_and_a_refresh_token_open_nothing() {
        cloud.user(client, "ada");
        var tokens = cloud.signIn(client, "ada");

        assertThat(refused(tokens.idToken()))
                .isEqualTo("NotAuthorizedException: Invalid Access Token");
        assertThat(refused(tokens.refreshToken()))
                .isEqualTo("NotAuthorizedException: Invalid Access Token");
    }

    @Test
    void tokens_of_one_pool_are_none_in_another() {
        cloud.user(client, "ada");
        var token = cloud.signIn(client, "ada");
        var other = cloud.pool();
        var its = cloud.client(other);

        assertThat(
                        refusal(() ->
                                cloud.begin(
                                        its,
                                        AuthFlowType.REFRESH_TOKEN_AUTH,
                                        "REFRESH_TOKEN",
                                        token.refreshToken())))
                .isEqualTo("NotAuthorizedException: Invalid Refresh Token");
        var second = cloud.client(pool);
        assertThat(
                        refusal(() ->
                                cloud.begin(
                                        second,
                                        AuthFlowType.REFRESH_TOKEN_AUTH,
                                        "REFRESH_TOKEN",
                                        token.refreshToken())))
                .isEqualTo("NotAuthorizedException: Invalid Refresh Token");
    }

    @Test
    void a_session_is_for_its_client_and_its_challenge() {
        cloud.admin.adminCreateUser(
                user -> user.userPoolId(pool).username("bob").temporaryPassword("Temporary-1"));
        var challenge =
                cloud.begin(
                        client,
                        AuthFlowType.USER_PASSWORD_AUTH,
                        "USERNAME",
                        "bob",
                        "PASSWORD",
                        "Temporary-1");
        var second = cloud.client(pool);
        cloud.user(client, "ada");

        assertThat(
                        refusal(() ->
                                cloud.answer(
                                        second,
                                        ChallengeNameType.NEW_PASSWORD_REQUIRED,
                                        challenge.session(),
                                        "USERNAME",
                                        "bob",
                                        "NEW_PASSWORD",
                                        CognitoCloud.PASSWORD)))
                .isEqualTo("NotAuthorizedException: Invalid session for the user.");
        assertThat(
                        refusal(() ->
                                cloud.answer(
                                        client,
                                        ChallengeNameType.MFA_SETUP,
                                        challenge.session(),
                                        "USERNAME",
                                        "bob")))
                .isEqualTo("NotAuthorizedException: Invalid session for the user.");
        assertThat(
                        refusal(() ->
                                cloud.answer(
                                        client,
                                        ChallengeNameType.NEW_PASSWORD_REQUIRED,
                                        challenge.session(),
                                        "USERNAME",
                                        "ada",
                                        "NEW_PASSWORD",
                                        CognitoCloud.PASSWORD)))
                .isEqualTo("NotAuthorizedException: Invalid session for the user.");
    }

    @Test
    void nobody_reaches_the_pools_of_another_sandbox() {
        var other = cloud.emulator.sandboxes().create(CognitoCloud.ACCOUNT);
        var stranger =
                new Caller(
                        cloud.emulator.sandboxes().open(other.sandbox()),
                        other.principal(),
                        "eu-west-1");

        assertThatThrownBy(() ->
                        cloud.emulator.perform(
                                stranger,
                                "cognito-idp",
                                "DescribeUserPool",
                                JsonMapper.shared()
                                        .readTree("{\"UserPoolId\": \"%s\"}".formatted(pool))))
                .hasMessage("User pool " + pool + " does not exist.");
        assertThatThrownBy(() ->
                        cloud.emulator.perform(
                                stranger,
                                "cognito-idp",
                                "InitiateAuth",
                                JsonMapper.shared()
                                        .readTree(
                                                "{\"ClientId\": \"%s\", \"AuthFlow\": \"USER_PASSWORD_AUTH\"}"
                                                        .formatted(client))))
                .hasMessage("User pool client " + client + " does not exist.");
    }

    @Test
    void no_password_is_kept_and_no_secret_stands_in_the_ledger(@TempDir Path folder)
            throws IOException {
        try (var kept = new CognitoCloud(Sandboxes.at(folder, Durability.WRITE))) {
            var its = kept.client(kept.pool());
            kept.user(its, "ada");
            kept.signIn(its, "ada");
            var entries = kept.sandbox().ledger().entries();
            assertThat(entries).isNotEmpty();
            assertThat(entries.toString()).doesNotContain(CognitoCloud.PASSWORD);
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain(CognitoCloud.PASSWORD);
            }
        }
    }
}
