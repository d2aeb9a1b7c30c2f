package groundschool.emulator.cognito;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeletionProtectionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.EmailSendingAccountType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TimeUnitsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolDescriptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolTierType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;

class UserPoolTest {

    private final CognitoCloud cloud = new CognitoCloud();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_new_pool_has_what_aws_gives_it() {
        var made = cloud.admin.createUserPool(pool -> pool.poolName("people")).userPool();

        assertThat(made.id()).matches("eu-west-1_[A-Za-z0-9]{9}");
        assertThat(made.arn())
                .isEqualTo("arn:aws:cognito-idp:eu-west-1:111122223333:userpool/" + made.id());
        var described = cloud.admin.describeUserPool(pool -> pool.userPoolId(made.id())).userPool();
        assertThat(described).isEqualTo(made);
        assertThat(made.policies().passwordPolicy().minimumLength()).isEqualTo(8);
        assertThat(made.policies().passwordPolicy().requireSymbols()).isTrue();
        assertThat(made.policies().passwordPolicy().temporaryPasswordValidityDays()).isEqualTo(7);
        assertThat(made.mfaConfiguration()).isEqualTo(UserPoolMfaType.OFF);
        assertThat(made.userPoolTier()).isEqualTo(UserPoolTierType.ESSENTIALS);
        assertThat(made.deletionProtection()).isEqualTo(DeletionProtectionType.INACTIVE);
        assertThat(made.estimatedNumberOfUsers()).isZero();
        assertThat(made.schemaAttributes())
                .extracting(SchemaAttributeType::name)
                .contains("sub", "email", "phone_number", "birthdate", "updated_at");
        assertThat(made.emailConfiguration().emailSendingAccount())
                .isEqualTo(EmailSendingAccountType.COGNITO_DEFAULT);
        assertThat(made.adminCreateUserConfig().unusedAccountValidityDays()).isEqualTo(7);
    }

    @Test
    void what_an_update_leaves_out_gets_its_usual_value() {
        var id =
                cloud.pool(pool ->
                        pool.policies(all -> all.passwordPolicy(policy -> policy.minimumLength(12)))
                                .emailVerificationSubject("Hello"));

        cloud.admin.updateUserPool(pool -> pool.userPoolId(id).poolName("others"));

        var after = cloud.admin.describeUserPool(pool -> pool.userPoolId(id)).userPool();
        assertThat(after.name()).isEqualTo("others");
        assertThat(after.policies().passwordPolicy().minimumLength()).isEqualTo(8);
        assertThat(after.emailVerificationSubject()).isNull();
    }

    @Test
    void pools_are_listed_in_pages_and_by_region() {
        var ids = List.of(cloud.pool(), cloud.pool(), cloud.pool());

        var first = cloud.admin.listUserPools(page -> page.maxResults(2));
        var second =
                cloud.admin.listUserPools(page -> page.maxResults(2).nextToken(first.nextToken()));

        assertThat(first.userPools()).hasSize(2);
        assertThat(second.userPools()).hasSize(1);
        assertThat(second.nextToken()).isNull();
        assertThat(
                        Stream.concat(first.userPools().stream(), second.userPools().stream())
                                .map(UserPoolDescriptionType::id))
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void a_protected_pool_is_not_deleted() {
        var id = cloud.pool(pool -> pool.deletionProtection(DeletionProtectionType.ACTIVE));

        assertThat(refusal(() -> cloud.admin.deleteUserPool(pool -> pool.userPoolId(id))))
                .isEqualTo(
                        "InvalidParameterException: The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.");
    }

    @Test
    void a_deleted_pool_is_gone_with_its_clients_and_users() {
        var id = cloud.pool();
        var client = cloud.client(id);
        cloud.user(client, "ada");

        cloud.admin.deleteUserPool(pool -> pool.userPoolId(id));

        assertThat(refusal(() -> cloud.admin.describeUserPool(pool -> pool.userPoolId(id))))
                .isEqualTo("ResourceNotFoundException: User pool " + id + " does not exist.");
        assertThat(refusal(() -> cloud.signIn(client, "ada")))
                .isEqualTo(
                        "ResourceNotFoundException: User pool client "
                                + client
                                + " does not exist.");
    }

    @Test
    void a_name_that_breaks_the_pattern_is_refused_in_the_framework_s_words() {
        assertThat(refusal(() -> cloud.admin.describeUserPool(pool -> pool.userPoolId("none"))))
                .isEqualTo(
                        "InvalidParameterException: 1 validation error detected: Value 'none' at 'userPoolId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+");
    }

    @Test
    void custom_attributes_are_added_once() {
        var id = cloud.pool();
        var tier = SchemaAttributeType.builder().name("tier").build();

        cloud.admin.addCustomAttributes(add -> add.userPoolId(id).customAttributes(tier));

        assertThat(
                        cloud.admin
                                .describeUserPool(pool -> pool.userPoolId(id))
                                .userPool()
                                .schemaAttributes())
                .extracting(SchemaAttributeType::name)
                .contains("custom:tier");
        assertThat(
                        refusal(() ->
                                cloud.admin.addCustomAttributes(
                                        add -> add.userPoolId(id).customAttributes(tier))))
                .startsWith("InvalidParameterException: custom:tier: Existing attribute");
    }

    @Test
    void aliases_and_user_names_that_are_attributes_do_not_go_together() {
        assertThat(
                        refusal(() ->
                                cloud.pool(pool ->
                                        pool.aliasAttributes(AliasAttributeType.EMAIL)
                                                .usernameAttributes(UsernameAttributeType.EMAIL))))
                .isEqualTo(
                        "InvalidParameterException: Only one of the aliasAttributes or usernameAttributes can be set in one user pool.");
    }

    @Test
    void labels_are_put_on_and_taken_off() {
        var id = cloud.pool(pool -> pool.userPoolTags(Map.of("team", "shop")));
        var arn = cloud.admin.describeUserPool(pool -> pool.userPoolId(id)).userPool().arn();

        cloud.admin.tagResource(tag -> tag.resourceArn(arn).tags(Map.of("stage", "test")));
        cloud.admin.untagResource(tag -> tag.resourceArn(arn).tagKeys("team"));

        assertThat(cloud.admin.listTagsForResource(tags -> tags.resourceArn(arn)).tags())
                .containsExactly(entry("stage", "test"));
    }

    @Test
    void a_client_has_aws_s_defaults() {
        var id = cloud.pool();

        var client =
                cloud.admin
                        .createUserPoolClient(wish -> wish.userPoolId(id).clientName("web"))
                        .userPoolClient();

        assertThat(client.clientId()).matches("[a-z0-9]{26}");
        assertThat(client.clientSecret()).isNull();
        assertThat(client.refreshTokenValidity()).isEqualTo(30);
        assertThat(client.enableTokenRevocation()).isTrue();
        assertThat(client.authSessionValidity()).isEqualTo(3);
        assertThat(client.allowedOAuthFlowsUserPoolClient()).isFalse();
        assertThat(
                        cloud.admin
                                .describeUserPoolClient(
                                        each -> each.userPoolId(id).clientId(client.clientId()))
                                .userPoolClient())
                .isEqualTo(client);
    }

    @Test
    void a_second_secret_replaces_the_first_in_peace() {
        var id = cloud.pool();
        var client = cloud.client(id, wish -> wish.generateSecret(true));
        var before =
                cloud.admin
                        .listUserPoolClientSecrets(
                                list -> list.userPoolId(id).clientId(client.clientId()))
                        .clientSecrets();
        cloud.advance(Duration.ofMinutes(1));

        var added =
                cloud.admin
                        .addUserPoolClientSecret(
                                add -> add.userPoolId(id).clientId(client.clientId()))
                        .clientSecretDescriptor();
        assertThat(
                        refusal(() ->
                                cloud.admin.addUserPoolClientSecret(
                                        add -> add.userPoolId(id).clientId(client.clientId()))))
                .startsWith("LimitExceededException");
        cloud.admin.deleteUserPoolClientSecret(delete ->
                delete.userPoolId(id)
                        .clientId(client.clientId())
                        .clientSecretId(before.getFirst().clientSecretId()));

        assertThat(
                        cloud.admin
                                .describeUserPoolClient(
                                        each -> each.userPoolId(id).clientId(client.clientId()))
                                .userPoolClient()
                                .clientSecret())
                .isEqualTo(added.clientSecretValue())
                .isNotEqualTo(client.clientSecret());
    }

    @Test
    void a_client_s_tokens_last_between_five_minutes_and_a_day() {
        var id = cloud.pool();

        assertThat(
                        refusal(() ->
                                cloud.client(
                                        id,
                                        wish ->
                                                wish.accessTokenValidity(1)
                                                        .tokenValidityUnits(units ->
                                                                units.accessToken(
                                                                        TimeUnitsType.MINUTES)))))
                .startsWith("InvalidParameterException: Invalid range");
    }
}
