package groundschool.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.http.EmulatorServer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.KmsAccessDeniedException;
import software.amazon.awssdk.services.lambda.model.KmsDisabledException;

/// Variables of functions under a key of the customer's.
class VariableKeysTest {

    private final LambdaCloud cloud = new LambdaCloud();
    private final KmsClient kms = kms(cloud.server);
    private final String key =
            kms.createKey(request -> request.description("variables")).keyMetadata().arn();

    private KmsClient kms(EmulatorServer server) {
        return KmsClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(server.uri())
                .region(Region.EU_WEST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(cloud.key.id(), cloud.key.secret())))
                .build();
    }

    @BeforeEach
    void beginAsRealEnvironmentsDo() {
        cloud.runtimes.body =
                (spec, _) -> {
                    assertThat(spec.credentials().get().accessKeyId()).isNotEmpty();
                    return spec.variables().get("SECRET");
                };
    }

    @AfterEach
    void close() {
        kms.close();
        cloud.close();
    }

    private void create() {
        cloud.create(
                "keeper",
                request ->
                        request.kmsKeyArn(key)
                                .environment(with -> with.variables(Map.of("SECRET", "tea"))));
    }

    private void allow(String action) {
        cloud.iam.putRolePolicy(policy ->
                policy.roleName("worker")
                        .policyName("key")
                        .policyDocument(
                                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"*\"}]}"
                                        .formatted(action)));
    }

    private String invoke() {
        return cloud.lambda
                .invoke(request -> request.functionName("keeper"))
                .payload()
                .asString(StandardCharsets.UTF_8);
    }

    @Test
    void a_role_that_may_decrypt_gets_the_variables() {
        create();
        allow("kms:Decrypt");

        assertThat(invoke()).isEqualTo("tea");
        var shown = cloud.lambda.getFunctionConfiguration(get -> get.functionName("keeper"));
        assertThat(shown.kmsKeyArn()).isEqualTo(key);
        assertThat(shown.environment().variables()).containsEntry("SECRET", "tea");
    }

    @Test
    void a_role_that_may_not_is_told_so_by_every_invocation() {
        create();

        assertThatThrownBy(this::invoke)
                .isInstanceOf(KmsAccessDeniedException.class)
                .hasMessageContaining(
                        "Lambda was unable to decrypt the environment variables because KMS access was denied. Please check the function's KMS key settings. KMS Exception: AccessDeniedException KMS Message: ");
    }

    @Test
    void a_key_that_is_disabled_gives_nothing_to_anybody() {
        create();
        allow("kms:Decrypt");
        kms.disableKey(request -> request.keyId(key));

        assertThatThrownBy(this::invoke).isInstanceOf(KmsDisabledException.class);
        var shown = cloud.lambda.getFunctionConfiguration(get -> get.functionName("keeper"));
        assertThat(shown.environment().hasVariables()).isFalse();
        assertThat(shown.environment().error().errorCode()).isEqualTo("DisabledException");
    }

    @Test
    void a_key_that_is_not_there_is_refused_when_it_is_set() {
        assertThatThrownBy(() ->
                        cloud.create(
                                "keeper",
                                request ->
                                        request.kmsKeyArn(key.replaceAll(".{4}$", "0000"))
                                                .environment(with ->
                                                        with.variables(Map.of("SECRET", "tea")))))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining(
                        "Lambda was unable to configure access to your environment variables because the KMS key is invalid for CreateGrant. Please check your KMS key settings. KMS Exception: NotFoundException");
    }

    @Test
    void an_empty_name_gives_the_variables_back_to_lambdas_own_key() {
        create();

        cloud.lambda.updateFunctionConfiguration(
                request -> request.functionName("keeper").kmsKeyArn(""));

        assertThat(invoke()).isEqualTo("tea");
        assertThat(
                        cloud.lambda
                                .getFunctionConfiguration(get -> get.functionName("keeper"))
                                .kmsKeyArn())
                .isNull();
    }
}
