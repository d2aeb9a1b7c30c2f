package groundschool.emulator.cognito;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeDataType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

class AttributesTest {

    private final CognitoCloud cloud = new CognitoCloud();
    private final String pool =
            cloud.pool(all ->
                    all.aliasAttributes(AliasAttributeType.EMAIL)
                            .schema(
                                    SchemaAttributeType.builder().name("tier").build(),
                                    SchemaAttributeType.builder()
                                            .name("born")
                                            .mutable(false)
                                            .build(),
                                    SchemaAttributeType.builder()
                                            .name("age")
                                            .attributeDataType(AttributeDataType.NUMBER)
                                            .numberAttributeConstraints(
                                                    bounds -> bounds.minValue("0").maxValue("150"))
                                            .build()));
    private final String client = cloud.client(pool);

    @AfterEach
    void close() {
        cloud.close();
    }

    private Map<String, String> attributes(String username) {
        return cloud
                .admin
                .adminGetUser(user -> user.userPoolId(pool).username(username))
                .userAttributes()
                .stream()
                .collect(Collectors.toMap(AttributeType::name, AttributeType::value));
    }

    @Test
    void people_change_what_is_known_of_them() {
        cloud.user(client, "ada");
        var token = cloud.signIn(client, "ada").accessToken();

        cloud.anybody.updateUserAttributes(update ->
                update.accessToken(token)
                        .userAttributes(
                                CognitoCloud.attribute("name", "Ada"),
                                CognitoCloud.attribute("custom:tier", "gold")));
        cloud.anybody.deleteUserAttributes(
                delete -> delete.accessToken(token).userAttributeNames("custom:tier"));

        assertThat(attributes("ada")).containsEntry("name", "Ada").doesNotContainKey("custom:tier");
        assertThat(CognitoCloud.claims(cloud.signIn(client, "ada").idToken()))
                .containsEntry("name", "Ada");
    }

    @Test
    void a_new_address_is_not_verified_until_its_code_comes_back() {
        cloud.user(client, "ada");
        var token = cloud.signIn(client, "ada").accessToken();

        var sent =
                cloud.anybody.updateUserAttributes(update ->
                        update.accessToken(token)
                                .userAttributes(
                                        CognitoCloud.attribute("email", "new@example.com")));

        assertThat(sent.codeDeliveryDetailsList().getFirst().destination()).isEqualTo("n***@e***");
        assertThat(attributes("ada"))
                .containsEntry("email", "new@example.com")
                .containsEntry("email_verified", "false");
        cloud.anybody.verifyUserAttribute(
                verify -> verify.accessToken(token).attributeName("email").code(cloud.code()));
        assertThat(attributes("ada")).containsEntry("email_verified", "true");
    }

    @Test
    void where_the_pool_says_so_a_new_address_counts_only_once_it_is_verified() {
        cloud.admin.updateUserPool(update ->
                update.userPoolId(pool)
                        .autoVerifiedAttributes(VerifiedAttributeType.EMAIL)
                        .userAttributeUpdateSettings(settings ->
                                settings.attributesRequireVerificationBeforeUpdate(
                                        VerifiedAttributeType.EMAIL)));
        cloud.user(client, "ada");
        var token = cloud.signIn(client, "ada").accessToken();

        cloud.anybody.updateUserAttributes(update ->
                update.accessToken(token)
                        .userAttributes(CognitoCloud.attribute("email", "new@example.com")));

        assertThat(attributes("ada"))
                .containsEntry("email", "ada@example.com")
                .containsEntry("email_verified", "true");
        cloud.anybody.verifyUserAttribute(
                verify -> verify.accessToken(token).attributeName("email").code(cloud.code()));
        assertThat(attributes("ada")).containsEntry("email", "new@example.com");
    }

    @Test
    void a_code_can_be_asked_for_again() {
        cloud.user(client, "ada");
        var token = cloud.signIn(client, "ada").accessToken();

        cloud.anybody.getUserAttributeVerificationCode(
                get -> get.accessToken(token).attributeName("email"));

        assertThat(
                        refusal(() ->
                                cloud.anybody.verifyUserAttribute(verify ->
                                        verify.accessToken(token)
                                                .attributeName("email")
                                                .code("no"))))
                .startsWith("CodeMismatchException");
        cloud.anybody.verifyUserAttribute(
                verify -> verify.accessToken(token).attributeName("email").code(cloud.code()));
    }

    @Test
    void an_alias_of_somebody_else_cannot_be_had() {
        cloud.user(client, "ada");
        cloud.user(client, "eve");

        assertThat(
                        refusal(() ->
                                cloud.admin.adminUpdateUserAttributes(update ->
                                        update.userPoolId(pool)
                                                .username("eve")
                                                .userAttributes(
                                                        CognitoCloud.attribute(
                                                                "email", "ada@example.com"),
                                                        CognitoCloud.attribute(
                                                                "email_verified", "true")))))
                .isEqualTo("AliasExistsException: An account with the email already exists.");
    }

    @Test
    void what_cannot_change_does_not_and_numbers_stay_within_their_bounds() {
        cloud.user(client, "ada");
        update("custom:born", "1815");

        assertThat(refusal(() -> update("custom:born", "1816")))
                .isEqualTo(
                        "InvalidParameterException: user.custom:born: Attribute cannot be updated.");
        assertThat(refusal(() -> update("custom:age", "151")))
                .startsWith("InvalidParameterException: Attributes did not conform");
        assertThat(refusal(() -> update("sub", "x")))
                .isEqualTo(
                        "InvalidParameterException: Cannot modify the non-mutable attribute sub");
    }

    private void update(String name, String value) {
        cloud.admin.adminUpdateUserAttributes(update ->
                update.userPoolId(pool)
                        .username("ada")
                        .userAttributes(CognitoCloud.attribute(name, value)));
    }

    @Test
    void a_client_writes_and_reads_what_it_may() {
        var narrow =
                cloud.client(
                                pool,
                                wish ->
                                        wish.writeAttributes("name")
                                                .readAttributes("name", "email"))
                        .clientId();
        cloud.user(client, "ada");
        update("custom:tier", "gold");
        var tokens = cloud.signIn(narrow, "ada");

        assertThat(
                        refusal(() ->
                                cloud.anybody.updateUserAttributes(update ->
                                        update.accessToken(tokens.accessToken())
                                                .userAttributes(
                                                        CognitoCloud.attribute(
                                                                "custom:tier", "x")))))
                .isEqualTo(
                        "NotAuthorizedException: A client attempted to write unauthorized attribute");
        assertThat(CognitoCloud.claims(tokens.idToken()))
                .containsKey("email")
                .doesNotContainKey("custom:tier");
        assertThat(
                        cloud.anybody
                                .getUser(get -> get.accessToken(tokens.accessToken()))
                                .userAttributes())
                .extracting(AttributeType::name)
                .doesNotContain("custom:tier");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "username = \"ada\"|ada",
                "email ^= \"bo\"|bob",
                "\"email\"=\"ada@example.com\"|ada",
                "cognito:user_status = \"unconfirmed\"|bob",
                "status = \"Disabled\"|eve",
                "name = \"None\"|"
            })
    void people_are_found_by_a_filter(String filter, String found) {
        cloud.user(client, "ada");
        cloud.user(client, "eve");
        cloud.admin.adminDisableUser(user -> user.userPoolId(pool).username("eve"));
        cloud.signUp(client, "bob");

        var users = cloud.admin.listUsers(list -> list.userPoolId(pool).filter(filter)).users();

        assertThat(users)
                .extracting(UserType::username)
                .isEqualTo(found == null ? List.of() : List.of(found));
    }

    @Test
    void people_are_listed_in_pages_with_the_attributes_that_are_wanted() {
        for (var name : List.of("ada", "bob", "eve")) {
            cloud.signUp(client, name);
        }

        var first =
                cloud.admin.listUsers(
                        list -> list.userPoolId(pool).limit(2).attributesToGet("email"));
        var second =
                cloud.admin.listUsers(list ->
                        list.userPoolId(pool).limit(2).paginationToken(first.paginationToken()));

        assertThat(first.users()).extracting(UserType::username).containsExactly("ada", "bob");
        assertThat(first.users().getFirst().attributes())
                .extracting(AttributeType::name)
                .containsExactly("email");
        assertThat(second.users()).extracting(UserType::username).containsExactly("eve");
        assertThat(second.paginationToken()).isNull();
        assertThat(
                        refusal(() ->
                                cloud.admin.listUsers(list ->
                                        list.userPoolId(pool).filter("custom:tier = \"x\""))))
                .isEqualTo("InvalidParameterException: Error while parsing filter.");
    }
}
