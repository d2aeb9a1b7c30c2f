package groundschool.emulator.contract;

import groundschool.emulator.Emulator;
import groundschool.emulator.http.EmulatorServer;
import groundschool.emulator.http.PortTakenException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The AWS SDK for Java 2 through the emulator's port.
class DynamoDbOverHttpTest extends DynamoDbContract {

    private final Map<Emulator, EmulatorServer> servers = new HashMap<>();

    @AfterEach
    void stop() {
        servers.values().forEach(EmulatorServer::close);
    }

    @Override
    DynamoDbClient client(Emulator emulator, StaticCredentialsProvider credentials) {
        return DynamoDbClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(servers.computeIfAbsent(emulator, this::start).uri())
                .credentialsProvider(credentials)
                .region(region())
                .build();
    }

    private EmulatorServer start(Emulator emulator) {
        try {
            return EmulatorServer.start(emulator, "127.0.0.1", 0, Set.of());
        } catch (PortTakenException e) {
            throw new IllegalStateException(e);
        }
    }
}
