package groundschool.emulator.cloudwatch.alarm;

import groundschool.emulator.Principal;
import groundschool.emulator.Services;
import groundschool.emulator.cloudwatch.Dimension;
import groundschool.emulator.lambda.operation.Invoke;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Functions, whose policies must let CloudWatch's alarms invoke them.
///
/// Source: [Invoke a Lambda function from an
/// alarm](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html)
final class FunctionAction implements AlarmDestination {

    private static final String ALARMS = "lambda.alarms.cloudwatch.amazonaws.com";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

    @Override
    public boolean takes(String arn) {
        return arn.matches("arn:aws[a-z-]*:lambda:[^:]*:[^:]*:function:.+");
    }

    @Override
    public void send(String arn, Change change, Services services) {
        services.as(
                        new Principal.AwsService(services.account(), ALARMS, change.alarmArn()),
                        change.region())
                .run(Invoke.event(arn, event(change, services)));
    }

    private static byte[] event(Change change, Services services) {
        var event = JsonMapper.shared().createObjectNode();
        event.put("source", "aws.cloudwatch").put("alarmArn", change.alarmArn());
        event.put("accountId", services.account());
        event.put("time", TIME.format(change.alarm().state().updatedAt()));
        event.put("region", change.region());
        var data = event.putObject("alarmData");
        data.put("alarmName", change.alarm().name());
        state(data.putObject("state"), change.alarm().state());
        var previous = data.putObject("previousState");
        state(previous, change.before());
        change.ended()
                .ifPresent(suppression ->
                        previous.put("actionsSuppressedBy", suppression.by())
                                .put("actionsSuppressedReason", suppression.reason()));
        configuration(data.putObject("configuration"), change.alarm().settings());
        return JsonMapper.shared().writeValueAsBytes(event);
    }

    private static void state(ObjectNode node, Alarm.State state) {
        node.put("value", state.value()).put("reason", state.reason());
        state.data().ifPresent(text -> node.put("reasonData", text));
        node.put("timestamp", TIME.format(state.updatedAt()));
    }

    private static void configuration(ObjectNode node, Alarm.Settings settings) {
        settings.alarmDescription().ifPresent(text -> node.put("description", text));
        if (settings.alarmRule().isPresent()) {
            settings.alarmRule().ifPresent(rule -> node.put("alarmRule", rule));
            settings.suppressor()
                    .ifPresent(suppressor ->
                            node.put("actionsSuppressor", suppressor.alarm())
                                    .put("actionsSuppressorWaitPeriod", suppressor.waitSeconds())
                                    .put(
                                            "actionsSuppressorExtensionPeriod",
                                            suppressor.extensionSeconds()));
            return;
        }
        var metrics = node.putArray("metrics");
        settings.metric()
                .ifPresent(name -> {
                    var metric = metrics.addObject();
                    metric.put("id", "m1");
                    var stat = metric.putObject("metricStat");
                    var about = stat.putObject("metric");
                    about.put("namespace", name.namespace()).put("name", name.metricName());
                    dimensions(about.putObject("dimensions"), name.dimensions());
                    stat.put("period", settings.periodSeconds());
                    settings.statistic()
                            .or(settings::extendedStatistic)
                            .ifPresent(text -> stat.put("stat", text));
                    settings.unit().ifPresent(text -> stat.put("unit", text));
                    metric.put("returnData", true);
                });
        for (var query : settings.metrics().orElse(List.of())) {
            var metric = metrics.addObject();
            metric.put("id", query.id());
            query.expression().ifPresent(text -> metric.put("expression", text));
            query.label().ifPresent(text -> metric.put("label", text));
            metric.put("returnData", query.returnData().orElse(true));
        }
    }

    private static void dimensions(ObjectNode node, List<Dimension> dimensions) {
        dimensions.forEach(dimension -> node.put(dimension.name(), dimension.value()));
    }
}
