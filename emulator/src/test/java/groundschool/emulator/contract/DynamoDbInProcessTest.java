package groundschool.emulator.contract;

import groundschool.emulator.Emulator;
import groundschool.emulator.sdk.EmulatorHttpClient;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The AWS SDK for Java 2 with no socket and no port.
class DynamoDbInProcessTest extends DynamoDbContract {

    @Override
    DynamoDbClient client(Emulator emulator, StaticCredentialsProvider credentials) {
        return DynamoDbClient.builder()
                .httpClient(new EmulatorHttpClient(emulator))
                .endpointOverride(URI.create("http://localhost"))
                .credentialsProvider(credentials)
                .region(region())
                .build();
    }
}
