package groundschool.emulator.dynamodb;

import groundschool.emulator.Address;
import groundschool.emulator.Operation;
import groundschool.emulator.Service;
import groundschool.emulator.Services;
import groundschool.emulator.cloudwatch.MetricFeed;
import groundschool.emulator.dynamodb.operation.DynamoDbOperation;
import groundschool.emulator.dynamodb.operation.ParameterRules;
import groundschool.emulator.sandbox.Storage;
import java.util.Optional;
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
    public boolean isMeasured() {
        return true;
    }

    @Override
    public void measure(Measured call, MetricFeed feed) {
        TableMetrics.count(call, feed);
    }

    /// A table's policy speaks for its indexes too; a stream has one of its own.
    @Override
    public Optional<String> policyOf(Tables tables, String resource) {
        var index = resource.indexOf("/index/");
        return tables.policies()
                .of(index < 0 ? resource : resource.substring(0, index))
                .map(ResourcePolicies.Policy::document);
    }

    @Override
    public Tables open(Storage storage) {
        return new Tables(storage);
    }

    @Override
    public void wake(Tables tables, Services services) {
        tables.wake(services);
    }
}
