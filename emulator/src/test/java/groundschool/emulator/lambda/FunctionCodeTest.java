package groundschool.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.LambdaException;

/// Of what a function's code may be made.
class FunctionCodeTest {

    private final LambdaCloud cloud = new LambdaCloud();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void an_archive_of_more_than_50_mb_comes_from_a_bucket_only() {
        var large = SdkBytes.fromByteArray(new byte[52_428_800]);

        assertThatThrownBy(() -> cloud.create("large", f -> f.code(code -> code.zipFile(large))))
                .isInstanceOfSatisfying(
                        LambdaException.class,
                        refusal -> {
                            assertThat(refusal.statusCode()).isEqualTo(413);
                            assertThat(refusal.awsErrorDetails().errorCode())
                                    .isEqualTo("RequestEntityTooLargeException");
                        })
                .hasMessageContaining("Zipped size must be smaller than 52428800 bytes");
    }

    @Test
    void no_function_needs_signed_code_and_none_is_an_image() {
        cloud.create("greeter");

        assertThat(
                        cloud.lambda
                                .getFunctionCodeSigningConfig(f -> f.functionName("greeter"))
                                .codeSigningConfigArn())
                .isNull();
        assertThatThrownBy(() ->
                        cloud.lambda.getFunctionCodeSigningConfig(f -> f.functionName("nobody")))
                .hasMessageContaining("Function not found: " + LambdaCloud.ARN + "nobody");
        assertThatThrownBy(() ->
                        cloud.lambda.updateFunctionCode(
                                f -> f.functionName("greeter").imageUri("image:latest")))
                .hasMessageContaining(
                        "Please don't provide ImageUri when updating a function with packageType Zip.");
    }
}
