package groundschool.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.PreconditionFailedException;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;

/// Versions and aliases of functions, and layers, which have versions too.
class VersionsTest {

    private final LambdaCloud cloud = new LambdaCloud();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void the_sdks_waiters_see_that_a_function_is_updated_and_a_version_active() {
        cloud.create("greeter");

        cloud.lambda.updateFunctionConfiguration(f -> f.functionName("greeter").timeout(9));
        var updated =
                cloud.lambda.waiter().waitUntilFunctionUpdatedV2(f -> f.functionName("greeter"));
        cloud.lambda.publishVersion(f -> f.functionName("greeter"));
        var published =
                cloud.lambda
                        .waiter()
                        .waitUntilPublishedVersionActive(
                                f -> f.functionName("greeter").qualifier("1"));

        assertThat(updated.attemptsExecuted()).isEqualTo(1);
        assertThat(published.attemptsExecuted()).isEqualTo(1);
        assertThat(published.matched().response().orElseThrow().version()).isEqualTo("1");
    }

    @Test
    void updates_change_the_newest_version_only() {
        cloud.create("greeter");
        var one = cloud.lambda.publishVersion(f -> f.functionName("greeter")).version();
        var before = cloud.lambda.getFunctionConfiguration(f -> f.functionName("greeter"));

        var updated =
                cloud.lambda.updateFunctionConfiguration(f ->
                        f.functionName("greeter").memorySize(512).revisionId(before.revisionId()));
        var code =
                cloud.lambda.updateFunctionCode(
                        f -> f.functionName("greeter").zipFile(LambdaCloud.zip("app.py", "pass")));

        assertThat(updated.lastUpdateStatus()).isEqualTo(LastUpdateStatus.IN_PROGRESS);
        assertThat(code.codeSha256()).isNotEqualTo(before.codeSha256());
        var published =
                cloud.lambda.getFunctionConfiguration(
                        f -> f.functionName("greeter").qualifier(one));
        assertThat(published.memorySize()).isEqualTo(128);
        assertThat(published.codeSha256()).isEqualTo(before.codeSha256());
        assertThat(cloud.runtimes.retired).contains(LambdaCloud.ARN + "greeter");
        assertThatThrownBy(() ->
                        cloud.lambda.updateFunctionConfiguration(f ->
                                f.functionName("greeter")
                                        .memorySize(256)
                                        .revisionId(before.revisionId())))
                .isInstanceOf(PreconditionFailedException.class);
    }

    @Test
    void a_version_is_published_once_per_change() {
        cloud.create("greeter");

        assertThat(cloud.lambda.publishVersion(f -> f.functionName("greeter")).version())
                .isEqualTo("1");
        assertThat(cloud.lambda.publishVersion(f -> f.functionName("greeter")).version())
                .isEqualTo("1");
        cloud.lambda.updateFunctionConfiguration(f -> f.functionName("greeter").timeout(9));
        assertThat(cloud.lambda.publishVersion(f -> f.functionName("greeter")).version())
                .isEqualTo("2");
        assertThat(cloud.lambda.listVersionsByFunction(f -> f.functionName("greeter")).versions())
                .extracting(FunctionConfiguration::version)
                .containsExactly("$LATEST", "1", "2");
    }

    @Test
    void an_alias_leads_to_a_version() {
        cloud.create("greeter");
        cloud.lambda.publishVersion(f -> f.functionName("greeter"));

        var alias =
                cloud.lambda.createAlias(
                        a -> a.functionName("greeter").name("live").functionVersion("1"));

        assertThat(alias.aliasArn()).isEqualTo(LambdaCloud.ARN + "greeter:live");
        assertThat(
                        cloud.lambda
                                .getFunctionConfiguration(
                                        f -> f.functionName("greeter").qualifier("live"))
                                .version())
                .isEqualTo("1");
        assertThatThrownBy(() ->
                        cloud.lambda.deleteFunction(f -> f.functionName("greeter").qualifier("1")))
                .isInstanceOf(ResourceConflictException.class);
        assertThatThrownBy(() -> cloud.lambda.getAlias(a -> a.functionName("greeter").name("none")))
                .hasMessageContaining("Cannot find alias arn: " + LambdaCloud.ARN + "greeter:none");
    }

    @Test
    void layers_have_versions_and_functions_have_layers() {
        var layer =
                cloud.lambda.publishLayerVersion(l ->
                        l.layerName("tools")
                                .content(c -> c.zipFile(LambdaCloud.zip("lib/a.txt", "a"))));
        cloud.create("greeter", f -> f.layers(layer.layerVersionArn()));

        assertThat(layer.layerVersionArn())
                .isEqualTo("arn:aws:lambda:eu-west-1:111122223333:layer:tools:1");
        assertThat(
                        cloud.lambda
                                .getFunctionConfiguration(f -> f.functionName("greeter"))
                                .layers()
                                .getFirst()
                                .arn())
                .isEqualTo(layer.layerVersionArn());
        assertThat(cloud.lambda.getLayerVersionByArn(l -> l.arn(layer.layerVersionArn())).version())
                .isEqualTo(1);
        assertThat(cloud.lambda.listLayers().layers()).hasSize(1);
        assertThatThrownBy(() ->
                        cloud.create(
                                "other",
                                f ->
                                        f.layers(
                                                "arn:aws:lambda:eu-west-1:111122223333:layer:tools:9")))
                .hasMessageContaining("does not exist.");
    }
}
