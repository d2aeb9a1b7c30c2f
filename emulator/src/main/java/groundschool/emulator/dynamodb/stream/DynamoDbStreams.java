package groundschool.emulator.dynamodb.stream;

import groundschool.emulator.Address;
import groundschool.emulator.Operation;
import groundschool.emulator.Service;
import groundschool.emulator.dynamodb.AttributeValueModule;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.sandbox.Storage;
import java.util.Set;
import tools.jackson.databind.JacksonModule;

/// Amazon DynamoDB Streams: how the changes of tables are read.
public final class DynamoDbStreams implements Service<Tables> {

    @Override
    public String name() {
        return "dynamodbstreams";
    }

    @Override
    public String signingName() {
        return "dynamodb";
    }

    @Override
    public Address address() {
        return new Address.Target("DynamoDBStreams_20120810");
    }

    @Override
    public Class<? extends Operation<Tables>> operations() {
        return StreamsOperation.class;
    }

    @Override
    public JacksonModule json() {
        return new AttributeValueModule();
    }

    @Override
    public Set<String> checksItself() {
        return Set.of("AttributeValue");
    }

    @Override
    public Tables open(Storage storage) {
        return new Tables(storage);
    }
}
