package groundschool.emulator.logs.insights;

import groundschool.emulator.logs.EventSearch.Found;
import groundschool.emulator.logs.pattern.LogText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The fields that are found in an event by themselves: what every event has, the members of JSON,
/// and what Lambda writes.
///
/// Source: [Supported logs and discovered
/// fields](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html)
public final class EventFields {

    /// "CloudWatch Logs Insights can extract a maximum of 200 log event fields from a JSON log."
    private static final int MOST = 200;

    private static final String LAMBDA = "/aws/lambda/";
    private static final double MEGABYTE = 1_000_000;
    private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Pattern PLATFORM =
            Pattern.compile("^(START|END|REPORT) RequestId: (" + ID + ")");
    private static final Pattern WRITTEN = Pattern.compile("^\\S+\\t(" + ID + ")\\t");
    private static final Map<String, Pattern> REPORTED =
            Map.of(
                    "@duration", Pattern.compile("\\tDuration: ([0-9.]+) ms"),
                    "@billedDuration", Pattern.compile("\\tBilled Duration: ([0-9.]+) ms"),
                    "@initDuration", Pattern.compile("\\tInit Duration: ([0-9.]+) ms"),
                    "@memorySize", Pattern.compile("\\tMemory Size: ([0-9.]+) MB"),
                    "@maxMemoryUsed", Pattern.compile("\\tMax Memory Used: ([0-9.]+) MB"));

    private EventFields() {}

    /// @param group the name of the group that it is in
    /// @param pointer what leads back to it
    public static Row of(Found found, String group, String account, String pointer) {
        var event = found.event();
        var fields = new LinkedHashMap<String, Scalar>();
        fields.put("@timestamp", new Scalar.Time(event.timestamp()));
        fields.put("@message", new Scalar.Text(event.message()));
        fields.put("@logStream", new Scalar.Text(found.stream()));
        fields.put("@log", new Scalar.Text(account + ":" + group));
        fields.put("@ingestionTime", new Scalar.Time(event.ingestedAt()));
        fields.put("@ptr", new Scalar.Text(pointer));
        if (group.startsWith(LAMBDA)) {
            lambda(event.message(), fields);
        }
        new LogText(event.message()).json().ifPresent(document -> add(document, "", fields));
        return new Row(fields);
    }

    private static void lambda(String message, Map<String, Scalar> fields) {
        var platform = PLATFORM.matcher(message);
        if (platform.find()) {
            fields.put("@type", new Scalar.Text(platform.group(1)));
            fields.put("@requestId", new Scalar.Text(platform.group(2)));
            if (platform.group(1).equals("REPORT")) {
                report(message, fields);
            }
            return;
        }
        var written = WRITTEN.matcher(message);
        if (written.find()) {
            fields.put("@requestId", new Scalar.Text(written.group(1)));
        }
    }

    private static void report(String message, Map<String, Scalar> fields) {
        REPORTED.forEach((name, pattern) -> {
            var value = pattern.matcher(message);
            if (value.find()) {
                boolean isMemory = name.endsWith("Size") || name.endsWith("Used");
                double number = new Scalar.Text(value.group(1)).number().orElse(0);
                fields.put(name, new Scalar.Number(isMemory ? number * MEGABYTE : number));
            }
        });
    }

    private static void add(JsonNode node, String name, Map<String, Scalar> fields) {
        if (fields.size() >= MOST) {
            return;
        }
        switch (node.getNodeType()) {
            case OBJECT ->
                    node.properties()
                            .forEach(member ->
                                    add(member.getValue(), joined(name, member.getKey()), fields));
            case ARRAY -> {
                for (int i = 0; i < node.size(); i++) {
                    add(node.path(i), joined(name, Integer.toString(i)), fields);
                }
            }
            case NUMBER -> fields.put(name, new Scalar.Number(node.asDouble()));
            case BOOLEAN -> fields.put(name, Scalar.of(node.booleanValue()));
            case STRING -> fields.put(name, new Scalar.Text(node.stringValue()));
            case NULL, MISSING, BINARY, POJO -> {}
        }
    }

    private static String joined(String name, String member) {
        return name.isEmpty() ? member : name + "." + member;
    }
}
