package groundschool.emulator.logs.operation;

import groundschool.emulator.Call;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogGroup;
import groundschool.emulator.logs.LogGroups;
import groundschool.emulator.logs.LogsErrors;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Labels of log groups: what both generations of operations do to them.
final class Tags {

    private static final int MOST = 50;

    private Tags() {}

    /// The group that an ARN names.
    ///
    /// @throws groundschool.emulator.AwsException if there is none
    static LogGroup group(String arn, LogGroups groups, Call call) {
        if (!arn.startsWith(call.arn("logs", "log-group:"))) {
            throw LogsErrors.resourceNotFound();
        }
        return groups.find(LogArns.groupName(arn), call).orElseThrow(LogsErrors::resourceNotFound);
    }

    static void add(LogGroup group, Map<String, String> added, LogGroups groups, Call call) {
        var all = new LinkedHashMap<>(group.tags());
        all.putAll(added);
        if (all.size() > MOST) {
            throw LogsErrors.tooManyTags();
        }
        groups.tag(group, all, call);
    }

    static void remove(LogGroup group, List<String> keys, LogGroups groups, Call call) {
        var all = new LinkedHashMap<>(group.tags());
        keys.forEach(all::remove);
        groups.tag(group, all, call);
    }

    static Map<String, List<String>> conditionKeys(Map<String, String> tags) {
        var keys = new HashMap<String, List<String>>();
        tags.forEach((key, value) -> keys.put("aws:RequestTag/" + key, List.of(value)));
        if (!tags.isEmpty()) {
            keys.put("aws:TagKeys", List.copyOf(tags.keySet()));
        }
        return keys;
    }
}
