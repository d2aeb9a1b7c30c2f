package groundschool.emulator.cognitoidentity;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.CloudAccount;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentity.model.GetOpenIdTokenForDeveloperIdentityResponse;

/// Who has signed in with a developer's own servers.
class DevelopersTest {

    private static final String PROVIDER = "login.my.shop";

    private final Application application = new Application();
    private String pool = "";

    @BeforeEach
    void open() {
        pool = application.pool(request -> request.developerProviderName(PROVIDER));
    }

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void a_token_opens_the_way_to_credentials() {
        application.give(
                pool,
                Map.of(
                        "authenticated",
                        application.role(
                                "Member",
                                pool,
                                PROVIDER,
                                CloudAccount.policy("Allow", "dynamodb:ListTables"))));

        var ann = token("ann");

        assertThat(token("ann").identityId()).isEqualTo(ann.identityId());
        var logins = Map.of("cognito-identity.amazonaws.com", ann.token());
        application
                .account()
                .dynamoDb(application.credentials(ann.identityId(), logins))
                .listTables();
        var bob = token("bob");
        assertThat(refusal(() -> application.credentials(bob.identityId(), logins)))
                .contains("Logins don't match.");
    }

    @Test
    void a_token_goes_to_sts_with_the_tags_that_the_developer_says_and_ends_in_time() {
        var role =
                application.role(
                        "Member",
                        pool,
                        "authenticated",
                        """
                        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                         "Action": "dynamodb:ListTables", "Resource": "*", "Condition": {
                         "StringEquals": {"aws:PrincipalTag/plan": "gold"}}}]}
                        """);
        var token =
                application
                        .pools()
                        .getOpenIdTokenForDeveloperIdentity(request ->
                                request.identityPoolId(pool)
                                        .logins(Map.of(PROVIDER, "ann"))
                                        .principalTags(Map.of("plan", "gold"))
                                        .tokenDuration(60L))
                        .token();

        var assumed =
                application
                        .account()
                        .anonymousSts()
                        .assumeRoleWithWebIdentity(request ->
                                request.roleArn(role)
                                        .roleSessionName("ann")
                                        .webIdentityToken(token));

        application.account().dynamoDb(CloudAccount.session(assumed.credentials())).listTables();
        application.account().sandbox().clock().advance(Duration.ofSeconds(61));
        assertThat(
                        refusal(() ->
                                application
                                        .account()
                                        .anonymousSts()
                                        .assumeRoleWithWebIdentity(request ->
                                                request.roleArn(role)
                                                        .roleSessionName("ann")
                                                        .webIdentityToken(token))))
                .startsWith("400 ExpiredTokenException");
    }

    @Test
    void people_are_looked_up_merged_and_unlinked() {
        var ann = token("ann").identityId();
        token("anna");
        application
                .pools()
                .getOpenIdTokenForDeveloperIdentity(request ->
                        request.identityPoolId(pool)
                                .identityId(ann)
                                .logins(Map.of(PROVIDER, "ann.smith")));

        var found =
                application
                        .pools()
                        .lookupDeveloperIdentity(request ->
                                request.identityPoolId(pool).developerUserIdentifier("ann.smith"));
        assertThat(found.identityId()).isEqualTo(ann);
        assertThat(found.developerUserIdentifierList()).containsExactly("ann", "ann.smith");
        assertThat(
                        application
                                .pools()
                                .mergeDeveloperIdentities(request ->
                                        request.identityPoolId(pool)
                                                .developerProviderName(PROVIDER)
                                                .sourceUserIdentifier("anna")
                                                .destinationUserIdentifier("ann"))
                                .identityId())
                .isEqualTo(ann);
        assertThat(token("anna").identityId()).isEqualTo(ann);
        application
                .pools()
                .unlinkDeveloperIdentity(request ->
                        request.identityPoolId(pool)
                                .identityId(ann)
                                .developerProviderName(PROVIDER)
                                .developerUserIdentifier("anna"));
        assertThat(token("anna").identityId()).isNotEqualTo(ann);
    }

    @Test
    void a_name_belongs_to_one_of_them() {
        var ann = token("ann").identityId();
        var bob = token("bob").identityId();

        assertThat(
                        refusal(() ->
                                application
                                        .pools()
                                        .getOpenIdTokenForDeveloperIdentity(request ->
                                                request.identityPoolId(pool)
                                                        .identityId(bob)
                                                        .logins(Map.of(PROVIDER, "ann")))))
                .startsWith("400 DeveloperUserAlreadyRegisteredException");
        assertThat(ann).isNotEqualTo(bob);
        assertThat(
                        refusal(() ->
                                application
                                        .pools()
                                        .getOpenIdTokenForDeveloperIdentity(request ->
                                                request.identityPoolId(pool)
                                                        .logins(Map.of("other", "ann")))))
                .startsWith("400 InvalidParameterException");
    }

    private GetOpenIdTokenForDeveloperIdentityResponse token(String user) {
        return application
                .pools()
                .getOpenIdTokenForDeveloperIdentity(
                        request -> request.identityPoolId(pool).logins(Map.of(PROVIDER, user)));
    }
}
