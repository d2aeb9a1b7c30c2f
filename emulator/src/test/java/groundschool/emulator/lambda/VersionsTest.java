package groundschool.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
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
    void what_is_published_and_policies_that_change_give_another_revision() {
        cloud.create("greeter");
        var made = revision("$LATEST");

        var one = cloud.lambda.publishVersion(f -> f.functionName("greeter").revisionId(made));
        var published = revision("$LATEST");
        var first = permit("a", "$LATEST", published);
        var permitted = revision("$LATEST");

        assertThat(published).isNotEqualTo(made);
        assertThat(permitted).isNotEqualTo(published).isEqualTo(first);
        assertThat(revision("1")).isEqualTo(one.revisionId());
        assertThatThrownBy(() -> permit("b", "$LATEST", published))
                .isInstanceOf(PreconditionFailedException.class)
                .hasMessageContaining(
                        "The Revision Id provided does not match the latest Revision Id. Call the GetPolicy API to retrieve the latest Revision Id");
        cloud.lambda.removePermission(
                p -> p.functionName("greeter").statementId("a").revisionId(permitted));
        assertThat(revision("$LATEST")).isNotEqualTo(permitted);
    }

    @Test
    void a_policy_of_an_alias_begins_with_the_revision_of_the_alias() {
        cloud.create("greeter");
        cloud.lambda.publishVersion(f -> f.functionName("greeter"));
        var alias =
                cloud.lambda.createAlias(
                        a -> a.functionName("greeter").name("live").functionVersion("1"));
        var version = revision("1");

        var policy = permit("a", "live", alias.revisionId());

        assertThat(policy).isNotEqualTo(alias.revisionId());
        assertThat(cloud.lambda.getAlias(a -> a.functionName("greeter").name("live")).revisionId())
                .isEqualTo(policy);
        assertThat(revision("1")).isEqualTo(version);
        permit("a", "1", version);
        assertThat(revision("1")).isNotEqualTo(version);
    }

    @Test
    void environments_outlive_a_change_of_the_policy_and_what_is_published() {
        cloud.create("greeter");
        cloud.lambda.invoke(i -> i.functionName("greeter"));
        var before = cloud.runtimes.runs.getLast().spec().key();

        cloud.lambda.publishVersion(f -> f.functionName("greeter"));
        permit("a", "$LATEST", revision("$LATEST"));
        cloud.lambda.invoke(i -> i.functionName("greeter"));

        assertThat(cloud.runtimes.runs.getLast().spec().key()).isEqualTo(before);
    }

    private String revision(String qualifier) {
        return cloud.lambda
                .getFunctionConfiguration(f -> f.functionName("greeter").qualifier(qualifier))
                .revisionId();
    }

    /// @return the policy's revision
    private String permit(String id, String qualifier, String revision) {
        var isLatest = qualifier.equals("$LATEST");
        cloud.lambda.addPermission(p -> {
            p.functionName("greeter")
                    .statementId(id)
                    .action("lambda:InvokeFunction")
                    .principal("s3.amazonaws.com")
                    .revisionId(revision);
            if (!isLatest) {
                p.qualifier(qualifier);
            }
        });
        return cloud.lambda
                .getPolicy(p -> {
                    p.functionName("greeter");
                    if (!isLatest) {
                        p.qualifier(qualifier);
                    }
                })
                .revisionId();
    }

    @Test
    void a_layer_is_for_runtimes_that_there_are() {
        assertThatThrownBy(() ->
                        cloud.lambda.publishLayerVersion(l ->
                                l.layerName("tools")
                                        .compatibleRuntimesWithStrings("invalidruntime")
                                        .content(
                                                c -> c.zipFile(LambdaCloud.zip("lib/a.txt", "a")))))
                .hasMessageContaining(
                        "1 validation error detected: Value '[invalidruntime]' at 'compatibleRuntimes' failed to satisfy constraint: Member must satisfy enum value set: [nodejs20.x, python3.14, ");
        assertThatThrownBy(() ->
                        cloud.lambda.listLayers(l -> l.compatibleRuntime("runtimedoesnotexist")))
                .hasMessageContaining(
                        "1 validation error detected: Value 'runtimedoesnotexist' at 'compatibleRuntime' failed to satisfy constraint: Member must satisfy enum value set: [ruby3.5, ruby2.6, ");
        assertThatThrownBy(() ->
                        cloud.create(
                                "greeter",
                                f -> f.layers("arn:aws:lambda:eu-west-1:111122223333:layer:tools")))
                .hasMessageContaining(
                        "1 validation error detected: Value '[arn:aws:lambda:eu-west-1:111122223333:layer:tools]' at 'layers' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 2048, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: (arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+)|(arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+), Member must not be null]");
    }

    @Test
    void weights_are_shown_as_lambda_reads_them() {
        cloud.create("greeter");
        cloud.lambda.publishVersion(f -> f.functionName("greeter"));

        assertThatThrownBy(() ->
                        cloud.lambda.createAlias(a ->
                                a.functionName("greeter")
                                        .name("live")
                                        .functionVersion("1")
                                        .routingConfig(
                                                r -> r.additionalVersionWeights(Map.of("2", 2.0)))))
                .hasMessageContaining(
                        "1 validation error detected: Value '{2=2.0}' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map value must satisfy constraint: [Member must have value less than or equal to 1.0, Member must have value greater than or equal to 0.0, Member must not be null]");
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
