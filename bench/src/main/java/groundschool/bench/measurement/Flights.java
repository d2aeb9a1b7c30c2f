package groundschool.bench.measurement;

import java.util.List;
import java.util.stream.IntStream;

/// The table that DynamoDB is measured with: 500 routes with twenty flights each, 700 bytes or so a
/// flight.
final class Flights {

    /// How many flights there are.
    static final int COUNT = 10_000;

    private static final int PER_ROUTE = 20;

    private static final String REMARKS =
            "Fog until nine. Two of the crew change in Porto; catering comes on board there. "
                    .repeat(7);

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
                            case "UpdateItem" -> update(number);
                            case "Query" -> query(number);
                            default -> throw new IllegalArgumentException(operation);
                        })
                .toList();
    }

    static String put(int flight) {
        return """
        {"TableName":"flights","Item":{%s,"from":{"S":"Lisbon"},"to":{"S":"Reykjavik"},"minutes":{"N":"%d"},\
        "crew":{"L":[{"S":"Amelia"},{"S":"Beryl"},{"S":"Charles"}]},"open":{"BOOL":true},"gate":{"S":"B%d"},"remarks":{"S":"%s"}}}\
        """
                .formatted(key(flight), 200 + flight % 90, flight % 40, REMARKS);
    }

    static String get(int flight) {
        return "{\"TableName\":\"flights\",\"Key\":{%s}}".formatted(key(flight));
    }

    /// One number counts up, one text is replaced.
    private static String update(int flight) {
        return """
        {"TableName":"flights","Key":{%s},"UpdateExpression":"SET minutes = minutes + :one, gate = :gate",\
        "ExpressionAttributeValues":{":one":{"N":"1"},":gate":{"S":"C%d"}}}\
        """
                .formatted(key(flight), flight % 40);
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
