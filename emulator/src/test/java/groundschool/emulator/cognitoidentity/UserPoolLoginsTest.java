package groundschool.emulator.cognitoidentity;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.cognito.CognitoCloud;
import groundschool.emulator.sdk.EmulatorHttpClient;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.AmbiguousRoleResolutionType;
import software.amazon.awssdk.services.cognitoidentity.model.CognitoIdentityProvider;
import software.amazon.awssdk.services.cognitoidentity.model.RoleMapping;
import software.amazon.awssdk.services.cognitoidentity.model.RoleMappingType;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/// Who has signed in with a user pool of the same account.
class UserPoolLoginsTest {

    private final CognitoCloud cloud = new CognitoCloud();
    private final String people = cloud.pool();
    private final String client = cloud.client(people);
    private final String provider = "cognito-idp.eu-west-1.amazonaws.com/" + people;
    private final AwsCredentials root =
            AwsBasicCredentials.create(cloud.key.id(), cloud.key.secret());
    private final CognitoIdentityClient admin = pools(StaticCredentialsProvider.create(root));
    private final CognitoIdentityClient app = pools(AnonymousCredentialsProvider.create());
    private String pool = "";

    @BeforeEach
    void open() {
        pool = pool(false);
        admin.setIdentityPoolRoles(request ->
                request.identityPoolId(pool).roles(Map.of("authenticated", role("Member"))));
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void an_id_token_gives_the_same_identity_and_the_role_for_members() {
        cloud.user(client, "ada");
        var first = token("ada");
        var identity = id(first);

        cloud.advance(Duration.ofSeconds(5));

        assertThat(id(token("ada"))).isEqualTo(identity);
        assertThat(caller(identity, first))
                .isEqualTo(
                        "arn:aws:sts::111122223333:assumed-role/Member/CognitoIdentityCredentials");
    }

    @Test
    void groups_name_the_role_of_their_members() {
        cloud.user(client, "ada");
        cloud.admin.createGroup(
                request -> request.userPoolId(people).groupName("staff").roleArn(role("Staff")));
        cloud.admin.adminAddUserToGroup(
                request -> request.userPoolId(people).groupName("staff").username("ada"));
        admin.setIdentityPoolRoles(request ->
                request.identityPoolId(pool)
                        .roles(Map.of())
                        .roleMappings(
                                Map.of(
                                        provider + ":" + client,
                                        RoleMapping.builder()
                                                .type(RoleMappingType.TOKEN)
                                                .ambiguousRoleResolution(
                                                        AmbiguousRoleResolutionType.DENY)
                                                .build())));
        var token = token("ada");

        assertThat(caller(id(token), token)).contains(":assumed-role/Staff/");
    }

    @Test
    void other_tokens_do_not_do() {
        cloud.user(client, "ada");
        var other = cloud.client(people);
        var tokens = cloud.signIn(client, "ada");
        var ofOther = cloud.signIn(other, "ada").idToken();

        assertThat(refusal(() -> id(tokens.accessToken())))
                .isEqualTo(
                        "400 NotAuthorizedException: Invalid login token. Missing a required claim: aud");
        assertThat(refusal(() -> id(ofOther)))
                .isEqualTo(
                        "400 NotAuthorizedException: Token is not from a supported provider of this identity pool.");
        cloud.advance(Duration.ofMinutes(61));
        assertThat(refusal(() -> id(tokens.idToken())))
                .startsWith("400 NotAuthorizedException: Invalid login token. Token expired: ");
    }

    @Test
    void a_pool_that_asks_the_user_pool_learns_who_was_signed_out() {
        var strict = pool(true);
        cloud.user(client, "ada");
        var tokens = cloud.signIn(client, "ada");
        var logins = Map.of(provider, tokens.idToken());
        app.getId(request -> request.identityPoolId(strict).logins(logins));

        cloud.anybody.globalSignOut(request -> request.accessToken(tokens.accessToken()));

        assertThat(
                        refusal(() ->
                                app.getId(
                                        request -> request.identityPoolId(strict).logins(logins))))
                .startsWith("400 NotAuthorizedException: Invalid login token.");
        app.getId(request -> request.identityPoolId(pool).logins(logins));
    }

    private String pool(boolean checked) {
        return admin.createIdentityPool(request ->
                        request.identityPoolName("shop")
                                .allowUnauthenticatedIdentities(false)
                                .cognitoIdentityProviders(
                                        CognitoIdentityProvider.builder()
                                                .providerName(provider)
                                                .clientId(client)
                                                .serverSideTokenCheck(checked)
                                                .build()))
                .identityPoolId();
    }

    private String role(String name) {
        try (var iam =
                IamClient.builder()
                        .httpClient(new EmulatorHttpClient(cloud.emulator))
                        .endpointOverride(URI.create("http://localhost"))
                        .credentialsProvider(StaticCredentialsProvider.create(root))
                        .region(Region.AWS_GLOBAL)
                        .build()) {
            iam.createRole(request ->
                    request.roleName(name)
                            .assumeRolePolicyDocument(
                                    """
                                    {"Version": "2012-10-17", "Statement": [{
                                      "Effect": "Allow",
                                      "Principal": {"Federated": "cognito-identity.amazonaws.com"},
                                      "Action": "sts:AssumeRoleWithWebIdentity",
                                      "Condition": {"StringEquals": {"cognito-identity.amazonaws.com:aud": "%s"}}}]}
                                    """
                                            .formatted(pool)));
        }
        return "arn:aws:iam::%s:role/%s".formatted(CognitoCloud.ACCOUNT, name);
    }

    private String token(String username) {
        return cloud.signIn(client, username).idToken();
    }

    private String id(String token) {
        return app.getId(request -> request.identityPoolId(pool).logins(Map.of(provider, token)))
                .identityId();
    }

    private String caller(String identity, String token) {
        var given =
                app.getCredentialsForIdentity(request ->
                                request.identityId(identity).logins(Map.of(provider, token)))
                        .credentials();
        try (var sts =
                StsClient.builder()
                        .httpClient(new EmulatorHttpClient(cloud.emulator))
                        .endpointOverride(URI.create("http://localhost"))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsSessionCredentials.create(
                                                given.accessKeyId(),
                                                given.secretKey(),
                                                given.sessionToken())))
                        .region(Region.EU_WEST_1)
                        .build()) {
            return sts.getCallerIdentity().arn();
        }
    }

    private CognitoIdentityClient pools(AwsCredentialsProvider credentials) {
        return CognitoIdentityClient.builder()
                .httpClient(new EmulatorHttpClient(cloud.emulator))
                .endpointOverride(URI.create("http://localhost"))
                .credentialsProvider(credentials)
                .region(Region.EU_WEST_1)
                .build();
    }
}
