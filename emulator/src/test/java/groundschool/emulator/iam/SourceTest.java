package groundschool.emulator.iam;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.Emulator;
import groundschool.emulator.Principal;
import groundschool.emulator.http.EmulatorServer;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.emulator.sdk.EmulatorHttpClient;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;

/// Where a call comes from, as policies see it.
class SourceTest {

    private final Emulator emulator = new Emulator(Sandboxes.inMemory());
    private final String sandbox = emulator.sandboxes().create(CloudAccount.ID).sandbox();
    private final StaticCredentialsProvider root = root();

    private StaticCredentialsProvider root() {
        var key =
                emulator.sandboxes().open(sandbox).keys().mint(new Principal.Root(CloudAccount.ID));
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(key.id(), key.secret()));
    }

    private final IamClient administrator =
            iam(new EmulatorHttpClient(emulator), URI.create("http://localhost"), root);
    private final StaticCredentialsProvider ada = ada();

    private StaticCredentialsProvider ada() {
        administrator.createUser(request -> request.userName("Ada"));
        var key = administrator.createAccessKey(request -> request.userName("Ada")).accessKey();
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey()));
    }

    @BeforeEach
    void allowFromTheOffice() {
        allowFrom("203.0.113.0/24");
    }

    @AfterEach
    void close() {
        emulator.close();
    }

    @Test
    void is_the_address_that_a_client_in_this_process_says() {
        var office = new EmulatorHttpClient(emulator, "203.0.113.9");
        var elsewhere = new EmulatorHttpClient(emulator, "198.51.100.7");

        iam(office, URI.create("http://localhost"), ada).listUsers();
        assertThat(refusal(() -> iam(elsewhere, URI.create("http://localhost"), ada).listUsers()))
                .startsWith("403 AccessDenied: ");
    }

    @Test
    void is_the_connection_s_whatever_a_client_says_in_a_header() throws Exception {
        try (var server = EmulatorServer.start(emulator, "127.0.0.1", 0, Set.of())) {
            var client = iam(UrlConnectionHttpClient.create(), server.uri(), ada);

            assertThat(
                            refusal(() ->
                                    client.listUsers(request ->
                                            request.overrideConfiguration(override ->
                                                    override.putHeader(
                                                            "X-Forwarded-For", "203.0.113.9")))))
                    .startsWith("403 AccessDenied: ");
            allowFrom("127.0.0.1/32");
            client.listUsers();
        }
    }

    private void allowFrom(String network) {
        administrator.putUserPolicy(request ->
                request.userName("Ada")
                        .policyName("office")
                        .policyDocument(
                                """
                                {"Version": "2012-10-17", "Statement": {
                                  "Effect": "Allow", "Action": "iam:ListUsers", "Resource": "*",
                                  "Condition": {"IpAddress": {"aws:SourceIp": "%s"}}}}
                                """
                                        .formatted(network)));
    }

    private static IamClient iam(
            SdkHttpClient client, URI endpoint, StaticCredentialsProvider credentials) {
        return IamClient.builder()
                .httpClient(client)
                .endpointOverride(endpoint)
                .credentialsProvider(credentials)
                .region(Region.AWS_GLOBAL)
                .build();
    }
}
