package groundschool.bench.measurement;

import java.util.List;
import java.util.stream.IntStream;

/// The table that DynamoDB is measured with: 1,000 routes with ten flights each, 200 bytes or so a
/// flight.
final class Flights {

    /// How many flights there are.
    static final int COUNT = 10_000;

    private static final int PER_ROUTE = 10;

    private Flights() {}

    /// So much is provisioned that what is measured is never throttled.
    static String createTable() {
        return """
        {"TableName":"flights","ProvisionedThroughput":{"ReadCapacityUnits":3000000,"WriteCapacityUnits":1000000},
        "AttributeDefinitions":[{"AttributeName":"route","AttributeType":"S"},{"AttributeName":"number","AttributeType":"N"}],
        "KeySchema":[{"AttributeName":"route","KeyType":"HASH"},{"AttributeName":"number","KeyType":"RANGE"}]}\
        """;
    }

    /// An input for each flight, or of as many queries for whole routes.
    static List<String> inputs(String operation) {
        return IntStream.range(0, COUNT)
                .mapToObj(number ->
                        switch (operation) {
                            case "PutItem" -> put(number);
                            case "GetItem" -> get(number);
                            case "Query" -> query(number);
                            default -> throw new IllegalArgumentException(operation);
                        })
                .toList();
    }

    static String put(int flight) {
        return """
        {"TableName":"flights","Item":{%s,"from":{"S":"Lisbon"},"to":{"S":"Reykjavik"},"minutes":{"N":"%d"},\
        "crew":{"L":[{"S":"Amelia"},{"S":"Beryl"},{"S":"Charles"}]},"open":{"BOOL":true},"gate":{"S":"B%d"}}}\
        """
                .formatted(key(flight), 200 + flight % 90, flight % 40);
    }

    static String get(int flight) {
        return "{\"TableName\":\"flights\",\"Key\":{%s}}".formatted(key(flight));
    }

    private static String query(int flight) {
        return """
        {"TableName":"flights","KeyConditionExpression":"route = :route",\
        "ExpressionAttributeValues":{":route":{"S":"%s"}}}\
        """
                .formatted(route(flight));
    }

    private static String key(int flight) {
        return "\"route\":{\"S\":\"%s\"},\"number\":{\"N\":\"%d\"}"
                .formatted(route(flight), flight % PER_ROUTE);
    }

    private static String route(int flight) {
        return "route-%05d".formatted(flight / PER_ROUTE);
    }
}
