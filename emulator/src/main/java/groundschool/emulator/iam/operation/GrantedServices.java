package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.KnownService;
import groundschool.emulator.iam.KnownServices;
import groundschool.emulator.iam.policy.Actions;
import groundschool.emulator.iam.policy.Effect;
import groundschool.emulator.iam.simulation.Source;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which services a policy lets somebody use at all, whatever conditions and resources say.
///
/// Source: [Refine permissions using last accessed
/// information](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html)
final class GrantedServices {

    private GrantedServices() {}

    /// Their namespaces, in order.
    static SortedSet<String> of(List<Source> sources) {
        var namespaces = new TreeSet<String>();
        for (var source : sources) {
            for (var statement : source.attached().policy().statements()) {
                if (statement.effect() == Effect.ALLOW) {
                    namespaces.addAll(of(statement.actions()));
                }
            }
        }
        return namespaces;
    }

    private static Set<String> of(Actions actions) {
        if (!actions.negated()) {
            return actions.patterns().stream()
                    .flatMap(pattern -> pattern.equals("*") ? all() : Stream.of(namespace(pattern)))
                    .collect(Collectors.toSet());
        }
        var spared =
                actions.patterns().stream()
                        .filter(pattern -> pattern.endsWith(":*"))
                        .map(GrantedServices::namespace)
                        .toList();
        return all().filter(each -> !spared.contains(each)).collect(Collectors.toSet());
    }

    private static Stream<String> all() {
        return KnownServices.all().services().stream().map(KnownService::namespace);
    }

    private static String namespace(String pattern) {
        return pattern.substring(0, pattern.indexOf(':')).toLowerCase(Locale.ROOT);
    }
}
