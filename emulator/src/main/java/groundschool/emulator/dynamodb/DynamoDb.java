package groundschool.emulator.dynamodb;

import groundschool.emulator.Address;
import groundschool.emulator.Operation;
import groundschool.emulator.Service;
import groundschool.emulator.dynamodb.operation.DynamoDbOperation;
import groundschool.emulator.dynamodb.operation.ParameterRules;
import groundschool.emulator.sandbox.Storage;
import java.util.Set;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;

/// Amazon DynamoDB.
public final class DynamoDb implements Service<Tables> {

    @Override
    public String name() {
        return "dynamodb";
    }

    @Override
    public Address address() {
        return new Address.Target("DynamoDB_20120810");
    }

    @Override
    public Class<? extends Operation<Tables>> operations() {
        return DynamoDbOperation.class;
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
    public void check(String operation, JsonNode input) {
        ParameterRules.check(operation, input);
    }

    @Override
    public long bodyLimitBytes(String operation) {
        return 16 * 1024 * 1024;
    }

    @Override
    public Tables open(Storage storage) {
        return new Tables(storage);
    }
}
