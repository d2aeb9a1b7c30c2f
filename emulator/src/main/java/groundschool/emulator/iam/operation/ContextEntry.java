package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.policy.RequestContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// A context key with its values, as the simulator is told them.
///
/// Source:
/// [ContextEntry](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ContextEntry.html)
///
/// @param contextKeyType what its values are; conditions see by themselves
public record ContextEntry(
        Optional<String> contextKeyName,
        Optional<List<String>> contextKeyValues,
        Optional<String> contextKeyType) {

    static RequestContext all(Optional<List<ContextEntry>> entries) {
        var values = new LinkedHashMap<String, List<String>>();
        for (var entry : entries.orElse(List.of())) {
            entry.contextKeyName()
                    .ifPresent(
                            name -> values.put(name, entry.contextKeyValues().orElse(List.of())));
        }
        return RequestContext.of(values);
    }
}
