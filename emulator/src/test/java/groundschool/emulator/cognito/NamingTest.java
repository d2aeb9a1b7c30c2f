package groundschool.emulator.cognito;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SchemaAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;

class NamingTest {

    private final CognitoCloud cloud = new CognitoCloud();
    private final String pool = cloud.pool();
    private final String client = cloud.client(pool);

    @AfterEach
    void close() {
        cloud.close();
    }

    private UserStatusType status(String username) {
        return cloud.admin
                .adminGetUser(user -> user.userPoolId(pool).username(username))
                .userStatus();
    }

    static String hash(String secret, String text) {
        return Base64.getEncoder()
                .encodeToString(
                        Hashes.hmac(
                                secret.getBytes(StandardCharsets.UTF_8),
                                text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_name_is_taken_once() {
        cloud.signUp(client, "ada");

        assertThat(refusal(() -> cloud.signUp(client, "ada")))
                .isEqualTo("UsernameExistsException: User already exists");
    }

    @Test
    void a_client_with_a_secret_asks_for_its_hash() {
        var secret = cloud.client(pool, wish -> wish.generateSecret(true));
        var id = secret.clientId();

        assertThat(refusal(() -> cloud.signUp(id, "ada")))
                .isEqualTo(
                        "NotAuthorizedException: Client %s is configured with secret but SECRET_HASH was not received"
                                .formatted(id));
        assertThat(
                        refusal(() ->
                                cloud.anybody.signUp(user ->
                                        user.clientId(id)
                                                .username("ada")
                                                .password(CognitoCloud.PASSWORD)
                                                .secretHash("d3Jvbmc="))))
                .isEqualTo(
                        "NotAuthorizedException: SecretHash does not match for the client: " + id);
        cloud.anybody.signUp(user ->
                user.clientId(id)
                        .username("ada")
                        .password(CognitoCloud.PASSWORD)
                        .secretHash(hash(secret.clientSecret(), "ada" + id)));

        assertThat(status("ada")).isEqualTo(UserStatusType.UNCONFIRMED);
        assertThat(
                        refusal(() ->
                                cloud.anybody.signUp(user ->
                                        user.clientId(client)
                                                .username("bob")
                                                .password(CognitoCloud.PASSWORD)
                                                .secretHash("d3Jvbmc="))))
                .contains("is not configured for secret but secret hash was received");
    }

    @Test
    void where_people_are_called_by_their_mail_address_the_name_is_made_up() {
        var byMail = cloud.pool(all -> all.usernameAttributes(UsernameAttributeType.EMAIL));
        var its = cloud.client(byMail);

        assertThat(
                        refusal(() ->
                                cloud.anybody.signUp(user ->
                                        user.clientId(its)
                                                .username("ada")
                                                .password(CognitoCloud.PASSWORD))))
                .isEqualTo("InvalidParameterException: Username should be an email.");
        var sub =
                cloud.anybody
                        .signUp(user ->
                                user.clientId(its)
                                        .username("ada@example.com")
                                        .password(CognitoCloud.PASSWORD))
                        .userSub();

        var found =
                cloud.admin.adminGetUser(
                        user -> user.userPoolId(byMail).username("ada@example.com"));
        assertThat(found.username()).isEqualTo(sub);
        assertThat(
                        refusal(() ->
                                cloud.anybody.signUp(user ->
                                        user.clientId(its)
                                                .username("ada@example.com")
                                                .password(CognitoCloud.PASSWORD))))
                .isEqualTo(
                        "UsernameExistsException: An account with the given email already exists.");
    }

    @Test
    void an_alias_belongs_to_whoever_has_verified_it() {
        var aliased = cloud.pool(all -> all.aliasAttributes(AliasAttributeType.EMAIL));
        var its = cloud.client(aliased);
        assertThat(
                        refusal(() ->
                                cloud.anybody.signUp(user ->
                                        user.clientId(its)
                                                .username("ada@example.com")
                                                .password(CognitoCloud.PASSWORD))))
                .contains("Username cannot be of email format");
        cloud.user(its, "ada");
        cloud.anybody.signUp(user ->
                user.clientId(its)
                        .username("eve")
                        .password(CognitoCloud.PASSWORD)
                        .userAttributes(
                                AttributeType.builder()
                                        .name("email")
                                        .value("ada@example.com")
                                        .build()));

        assertThat(
                        refusal(() ->
                                cloud.anybody.confirmSignUp(code ->
                                        code.clientId(its)
                                                .username("eve")
                                                .confirmationCode(cloud.code()))))
                .isEqualTo("AliasExistsException: An account with the email already exists.");
        assertThat(cloud.signIn(its, "ada@example.com").accessToken()).isNotEmpty();

        cloud.anybody.confirmSignUp(code ->
                code.clientId(its)
                        .username("eve")
                        .confirmationCode(cloud.code())
                        .forceAliasCreation(true));

        assertThat(
                        cloud.admin
                                .adminGetUser(user ->
                                        user.userPoolId(aliased).username("ada@example.com"))
                                .username())
                .isEqualTo("eve");
    }

    @Test
    void attributes_fit_the_schema() {
        assertThat(
                        refusal(() ->
                                cloud.anybody.signUp(user ->
                                        user.clientId(client)
                                                .username("ada")
                                                .password(CognitoCloud.PASSWORD)
                                                .userAttributes(
                                                        AttributeType.builder()
                                                                .name("custom:none")
                                                                .value("x")
                                                                .build()))))
                .isEqualTo(
                        "InvalidParameterException: Attributes did not conform to the schema: custom:none: Attribute does not exist in the schema.\n");
        assertThat(
                        refusal(() ->
                                cloud.anybody.signUp(user ->
                                        user.clientId(client)
                                                .username("ada")
                                                .password(CognitoCloud.PASSWORD)
                                                .userAttributes(
                                                        AttributeType.builder()
                                                                .name("email")
                                                                .value("nowhere")
                                                                .build()))))
                .isEqualTo("InvalidParameterException: Invalid email address format.");
    }

    @Test
    void required_attributes_are_required() {
        var strict =
                cloud.pool(all ->
                        all.schema(
                                SchemaAttributeType.builder()
                                        .name("email")
                                        .required(true)
                                        .build()));
        var its = cloud.client(strict);

        assertThat(
                        refusal(() ->
                                cloud.anybody.signUp(user ->
                                        user.clientId(its)
                                                .username("ada")
                                                .password(CognitoCloud.PASSWORD))))
                .isEqualTo(
                        "InvalidParameterException: Attributes did not conform to the schema: email: The attribute is required\n");
    }
}
