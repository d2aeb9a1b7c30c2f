package groundschool.emulator.cognitoidentity;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.CloudAccount;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// Who has not signed in.
class GuestsTest {

    private final Application application = new Application();
    private String pool = "";

    @BeforeEach
    void open() {
        pool = application.pool(request -> request.allowUnauthenticatedIdentities(true));
    }

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void each_gets_an_identity_of_their_own() {
        var first = application.guest(pool);

        assertThat(first).matches("eu-west-1:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(application.guest(pool)).isNotEqualTo(first);
        var told = application.pools().describeIdentity(request -> request.identityId(first));
        assertThat(told.hasLogins()).isFalse();
        assertThat(told.creationDate()).isNotNull();
    }

    @Test
    void credentials_are_those_of_the_role_for_guests() {
        give(CloudAccount.policy("Allow", "dynamodb:ListTables"));
        var identity = application.guest(pool);

        var credentials = application.credentials(identity);

        assertThat(application.account().sts(credentials).getCallerIdentity().arn())
                .isEqualTo(
                        "arn:aws:sts::123456789012:assumed-role/Guest/CognitoIdentityCredentials");
        application.account().dynamoDb(credentials).listTables();
        assertThat(
                        refusal(() ->
                                application
                                        .account()
                                        .dynamoDb(credentials)
                                        .deleteTable(request -> request.tableName("orders"))))
                .contains("is not authorized to perform: dynamodb:DeleteTable");
    }

    @Test
    void services_that_are_not_for_guests_stay_closed_whatever_their_role_allows() {
        give(CloudAccount.policy("Allow", "*"));

        var credentials = application.credentials(application.guest(pool));

        application.account().dynamoDb(credentials).listTables();
        assertThat(refusal(() -> application.account().iam(credentials).listUsers()))
                .endsWith("because no session policy allows the iam:ListUsers action");
    }

    @Test
    void a_policy_can_let_each_at_what_is_theirs_only() {
        application
                .account()
                .dynamoDb(application.account().administratorCredentials())
                .createTable(request ->
                        request.tableName("carts")
                                .billingMode("PAY_PER_REQUEST")
                                .attributeDefinitions(attribute ->
                                        attribute
                                                .attributeName("who")
                                                .attributeType(ScalarAttributeType.S))
                                .keySchema(key -> key.attributeName("who").keyType(KeyType.HASH)));
        give(
                """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                 "Action": "dynamodb:PutItem", "Resource": "*", "Condition": {
                 "ForAllValues:StringEquals": {"dynamodb:LeadingKeys":
                 ["${cognito-identity.amazonaws.com:sub}"]}}}]}
                """);
        var mine = application.guest(pool);
        var dynamoDb = application.account().dynamoDb(application.credentials(mine));

        dynamoDb.putItem(request ->
                request.tableName("carts").item(Map.of("who", AttributeValue.fromS(mine))));
        assertThat(
                        refusal(() ->
                                dynamoDb.putItem(request ->
                                        request.tableName("carts")
                                                .item(
                                                        Map.of(
                                                                "who",
                                                                AttributeValue.fromS("other"))))))
                .contains("is not authorized to perform: dynamodb:PutItem");
    }

    @Test
    void credentials_end_after_an_hour() {
        give(CloudAccount.policy("Allow", "dynamodb:ListTables"));
        var credentials = application.credentials(application.guest(pool));

        application.account().sandbox().clock().advance(Duration.ofMinutes(61));

        assertThat(refusal(() -> application.account().dynamoDb(credentials).listTables()))
                .contains("ExpiredToken");
    }

    @Test
    void a_pool_can_be_closed_to_them() {
        var closed = application.pool(_ -> {});

        assertThat(refusal(() -> application.guest(closed)))
                .isEqualTo(
                        "400 NotAuthorizedException: Unauthenticated access is not supported for this identity pool.");
    }

    @Test
    void without_a_role_that_trusts_them_there_are_no_credentials() {
        var identity = application.guest(pool);
        var wrong =
                "400 InvalidIdentityPoolConfigurationException: Invalid identity pool configuration. Check assigned IAM roles for this pool.";

        assertThat(refusal(() -> application.credentials(identity))).isEqualTo(wrong);
        var role =
                application.role(
                        "Members",
                        pool,
                        "authenticated",
                        CloudAccount.policy("Allow", "dynamodb:ListTables"));
        application.give(pool, Map.of("unauthenticated", role));
        assertThat(refusal(() -> application.credentials(identity))).isEqualTo(wrong);
    }

    @Test
    void what_is_not_there_is_said_by_name() {
        var none = "eu-west-1:12345678-1234-4321-8765-123456789012";

        assertThat(refusal(() -> application.guest(none)))
                .isEqualTo(
                        "400 ResourceNotFoundException: IdentityPool '%s' not found."
                                .formatted(none));
        assertThat(refusal(() -> application.credentials(none)))
                .isEqualTo(
                        "400 ResourceNotFoundException: Identity '%s' not found.".formatted(none));
        assertThat(refusal(() -> application.guest("nonsense")))
                .isEqualTo(
                        "400 ValidationException: 1 validation error detected: Value 'nonsense' at 'identityPoolId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w-]+:[0-9a-f-]+");
    }

    @Test
    void the_basic_flow_goes_by_way_of_sts_and_is_not_limited_to_what_is_for_guests() {
        var classic =
                application.pool(request ->
                        request.allowUnauthenticatedIdentities(true).allowClassicFlow(true));
        var role =
                application.role(
                        "Classic", classic, "unauthenticated", CloudAccount.policy("Allow", "*"));
        var identity = application.guest(classic);

        var token =
                application.app().getOpenIdToken(request -> request.identityId(identity)).token();
        var assumed =
                application
                        .account()
                        .anonymousSts()
                        .assumeRoleWithWebIdentity(request ->
                                request.roleArn(role)
                                        .roleSessionName("app")
                                        .webIdentityToken(token));

        assertThat(assumed.provider()).isEqualTo("cognito-identity.amazonaws.com");
        assertThat(assumed.audience()).isEqualTo(classic);
        assertThat(assumed.subjectFromWebIdentityToken()).isEqualTo(identity);
        application.account().iam(CloudAccount.session(assumed.credentials())).listUsers();
    }

    @Test
    void the_basic_flow_is_closed_if_the_pool_does_not_open_it() {
        var identity = application.guest(pool);

        assertThat(
                        refusal(() ->
                                application
                                        .app()
                                        .getOpenIdToken(request -> request.identityId(identity))))
                .isEqualTo(
                        "400 InvalidParameterException: Basic (classic) flow is not enabled, please use enhanced flow.");
    }

    @Test
    void a_token_is_good_for_the_pool_that_the_role_trusts_and_for_ten_minutes() {
        var classic =
                application.pool(request ->
                        request.allowUnauthenticatedIdentities(true).allowClassicFlow(true));
        var role =
                application.role(
                        "Other", pool, "unauthenticated", CloudAccount.policy("Allow", "*"));
        var identity = application.guest(classic);
        var token =
                application.app().getOpenIdToken(request -> request.identityId(identity)).token();

        assertThat(assumption(role, token))
                .isEqualTo(
                        "403 AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity");
        assertThat(assumption(role, token.substring(0, token.length() - 8) + "AAAAAAAA"))
                .isEqualTo("400 InvalidIdentityToken: Token signature is invalid");
        application.account().sandbox().clock().advance(Duration.ofMinutes(11));
        assertThat(assumption(role, token)).startsWith("400 ExpiredTokenException");
    }

    @Test
    void accounts_of_the_same_number_are_apart() {
        var neighbour = new Application(application.account().neighbour());
        var theirs = neighbour.pool(request -> request.allowUnauthenticatedIdentities(true));

        neighbour.guest(theirs);

        assertThat(
                        application
                                .pools()
                                .listIdentityPools(request -> request.maxResults(60))
                                .identityPools())
                .extracting(each -> each.identityPoolId())
                .isEqualTo(List.of(pool));
    }

    private String assumption(String role, String token) {
        return refusal(() ->
                application
                        .account()
                        .anonymousSts()
                        .assumeRoleWithWebIdentity(request ->
                                request.roleArn(role)
                                        .roleSessionName("app")
                                        .webIdentityToken(token)));
    }

    private void give(String policy) {
        application.give(
                pool,
                Map.of(
                        "unauthenticated",
                        application.role("Guest", pool, "unauthenticated", policy)));
    }
}
