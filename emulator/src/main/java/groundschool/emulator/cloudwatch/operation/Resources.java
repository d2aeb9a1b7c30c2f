package groundschool.emulator.cloudwatch.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.cloudwatch.CloudWatchErrors;
import groundschool.emulator.cloudwatch.Metrics;
import groundschool.emulator.cloudwatch.alarm.Alarm;
import groundschool.emulator.cloudwatch.alarm.Alarms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What operations are about, as IAM and requests name it.
final class Resources {

    private Resources() {}

    /// A label, as CloudWatch has it.
    record Tag(String key, String value) {}

    static String alarm(String name, Call call) {
        return Alarms.arn(name, call.region(), call.account());
    }

    static List<Access> alarms(String action, List<String> names, Call call) {
        return names.isEmpty()
                ? List.of(Access.to(action, alarm("*", call)))
                : names.stream()
                        .distinct()
                        .map(name -> Access.to(action, alarm(name, call)))
                        .toList();
    }

    /// The alarm that an ARN names; the only kind of resource here that has labels.
    static Optional<Alarm> labelled(String arn, Metrics metrics, Call call) {
        var prefix = alarm("", call);
        return arn.startsWith(prefix)
                ? metrics.alarms().find(arn.substring(prefix.length()), call.region())
                : Optional.empty();
    }

    static Map<String, String> map(List<Tag> tags) {
        var map = new TreeMap<String, String>();
        tags.forEach(tag -> map.put(tag.key(), tag.value()));
        if (map.size() > 50) {
            throw CloudWatchErrors.invalidValue("A resource has 50 tags at most.");
        }
        return map;
    }

    static Map<String, List<String>> conditionKeys(List<Tag> tags) {
        var keys = new TreeMap<String, List<String>>();
        tags.forEach(tag -> keys.put("aws:RequestTag/" + tag.key(), List.of(tag.value())));
        if (!tags.isEmpty()) {
            keys.put("aws:TagKeys", tags.stream().map(Tag::key).toList());
        }
        return keys;
    }
}
