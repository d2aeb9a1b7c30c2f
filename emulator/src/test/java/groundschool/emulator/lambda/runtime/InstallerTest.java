package groundschool.emulator.lambda.runtime;

import static groundschool.emulator.lambda.runtime.Function.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallerTest {

    @Test
    void functions_import_the_sdk_once_it_is_installed_and_run_on_the_exact_node(
            @TempDir Path folder) throws Exception {
        assumeTrue(
                new Programs(folder, Programs.path(), false).named("npm").isPresent(),
                "There is no npm on the PATH: what it installs is not tested.");
        var installer = new Installer(folder);
        try {
            installer.install("nodejs-sdk");
            installer.install("nodejs24.x");
        } catch (java.io.IOException e) {
            assumeTrue(false, "npm cannot reach its registry: what it installs is not tested.");
        }

        assertThat(installer.has("nodejs-sdk")).isTrue();
        for (boolean isIsolated : new boolean[] {true, false}) {
            try (var runtimes = new LocalRuntimes(folder, 5, isIsolated)) {
                var function =
                        new Function(runtimes, "nodejs24.x")
                                .memory(512)
                                .file(
                                        "index.mjs",
                                        """
                                        import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
                                        import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
                                        const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));
                                        export const handler = async () => {
                                            const answer = await db.send(new GetCommand({ TableName: 'books', Key: { id: '1' } }));
                                            return [answer.Item.title, process.version.split('.')[0]];
                                        };
                                        """)
                                .entrance(_ ->
                                        groundschool.emulator.HttpResponse.of(
                                                200,
                                                groundschool.emulator.Headers.of(
                                                        "Content-Type",
                                                        "application/x-amz-json-1.0"),
                                                "{\"Item\":{\"title\":{\"S\":\"Emma\"}}}"
                                                        .getBytes(
                                                                java.nio.charset.StandardCharsets
                                                                        .UTF_8)));
                if (isIsolated || Programs.isForEveryone(folder) || !Isolation.isRoot()) {
                    assertThat(text(function.invoke("{}"))).isEqualTo("[\"Emma\",\"v24\"]");
                    assertThatAllClientsAreThere(runtimes);
                }
            }
        }
    }

    private static final String CLIENTS =
            """
            const names = ['api-gateway', 'apigatewaymanagementapi', 'apigatewayv2', 'cloudwatch', 'cloudwatch-logs',
                'cognito-identity', 'cognito-identity-provider', 'dynamodb', 'dynamodb-streams', 'iam', 'kms', 'lambda', 's3', 'sts'];
            const clients = await Promise.all(names.map((name) => import('@aws-sdk/client-' + name)));
            await import('@aws-sdk/s3-request-presigner');
            export const handler = async () => clients.filter((each) => Object.keys(each).some((name) => name.endsWith('Client'))).length;
            """;

    private static void assertThatAllClientsAreThere(LocalRuntimes runtimes) {
        var function = new Function(runtimes, "nodejs24.x").memory(512).file("index.mjs", CLIENTS);
        assertThat(text(function.invoke("{}"))).isEqualTo("14");

        var mail =
                new Function(runtimes, "nodejs24.x")
                        .file("index.mjs", "import '@aws-sdk/client-sesv2';");
        assertThat(text(mail.invoke("{}"))).contains("@aws-sdk/client-sesv2");
        assertThat(mail.logged())
                .contains("here those of the services that are emulated: client-api-gateway, ")
                .contains("Pack @aws-sdk/client-sesv2 with your function");
    }

    @Test
    void an_import_of_a_client_that_is_not_there_says_what_to_do(@TempDir Path folder)
            throws Exception {
        assumeTrue(
                new Programs(folder, Programs.path(), false).named("node").isPresent(),
                "There is no node on the PATH.");
        assertThat(Files.exists(folder.resolve("nodejs-sdk"))).isFalse();
        try (var runtimes = new LocalRuntimes(folder, 5, true)) {
            var function =
                    Function.node(
                            runtimes, "import '@aws-sdk/client-s3'; export const handler = 1;");

            assertThat(text(function.invoke("{}")))
                    .contains(
                            "Cannot find package '@aws-sdk/client-s3' imported from /var/task/index.mjs");
            assertThat(function.logged()).contains("bin/groundschool runtime install nodejs-sdk");
        }
    }
}
