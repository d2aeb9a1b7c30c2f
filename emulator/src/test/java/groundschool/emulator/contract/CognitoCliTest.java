package groundschool.emulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import groundschool.emulator.Emulator;
import groundschool.emulator.cognito.message.Inbox;
import groundschool.emulator.http.EmulatorServer;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandboxes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The AWS CLI that is installed here, if one is, with user pools.
class CognitoCliTest {

    @TempDir static Path folder;

    @Test
    void makes_a_pool_and_signs_somebody_in() throws IOException {
        assumeTrue(OtherProgram.find("aws").isPresent(), "skipped: there is no `aws` on PATH");
        Files.createFile(folder.resolve("empty"));
        try (var emulator = new Emulator(Sandboxes.inMemory());
                var server = EmulatorServer.start(emulator, "127.0.0.1", 0, Set.of())) {
            var key = emulator.sandboxes().create("111122223333");
            assumeTrue(
                    OtherProgram.run(folder, Map.of(), List.of("aws", "--version")).exit() == 0,
                    "skipped: `aws` does not run");
            var cli = new Cli(server.uri(), key);

            var pool =
                    cli.json("create-user-pool --pool-name people --auto-verified-attributes email")
                            .at("/UserPool/Id")
                            .asString();
            var client =
                    cli.json(
                                    "create-user-pool-client --user-pool-id "
                                            + pool
                                            + " --client-name web --explicit-auth-flows ALLOW_USER_PASSWORD_AUTH ALLOW_REFRESH_TOKEN_AUTH")
                            .at("/UserPoolClient/ClientId")
                            .asString();
            var signedUp =
                    cli.json(
                            "sign-up --client-id "
                                    + client
                                    + " --username ada --password Correct-horse-1 --user-attributes Name=email,Value=ada@example.com");
            assertThat(signedUp.at("/UserConfirmed").asBoolean()).isFalse();
            var code =
                    Inbox.of(emulator.sandboxes().open(key.sandbox()))
                            .all()
                            .getFirst()
                            .code()
                            .orElseThrow();
            cli.run(
                    "confirm-sign-up --client-id "
                            + client
                            + " --username ada --confirmation-code "
                            + code);
            var token =
                    cli.json(
                                    "initiate-auth --client-id "
                                            + client
                                            + " --auth-flow USER_PASSWORD_AUTH --auth-parameters USERNAME=ada,PASSWORD=Correct-horse-1")
                            .at("/AuthenticationResult/AccessToken")
                            .asString();

            assertThat(cli.json("get-user --access-token " + token).at("/Username").asString())
                    .isEqualTo("ada");
            assertThat(
                            cli.call("admin-get-user --user-pool-id " + pool + " --username eve")
                                    .output())
                    .contains(
                            "An error occurred (UserNotFoundException) when calling the AdminGetUser operation: User does not exist.");
        }
    }

    private record Cli(URI endpoint, AccessKey key) {

        OtherProgram call(String arguments) {
            var command = new ArrayList<String>();
            command.add(OtherProgram.find("aws").orElseThrow().toString());
            command.addAll(
                    List.of(
                            "--endpoint-url",
                            endpoint.toString(),
                            "--output",
                            "json",
                            "cognito-idp"));
            command.addAll(List.of(arguments.split(" ", -1)));
            return OtherProgram.run(
                    folder,
                    OtherProgram.environment(endpoint, key, folder.resolve("empty")),
                    command);
        }

        OtherProgram run(String arguments) {
            var answer = call(arguments);
            assertThat(answer.exit()).as(answer.output()).isZero();
            return answer;
        }

        JsonNode json(String arguments) {
            return JsonMapper.shared().readTree(run(arguments).output());
        }
    }
}
