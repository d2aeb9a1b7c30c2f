package groundschool.emulator.wire;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategy;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedField;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedParameter;

/// Gives a record's component the name that the service's model has for it, whose capitals follow
/// no rule: `sseSpecification` is `SSESpecification`.
///
/// Where structures differ in a member's capitals, such as STS in `arn` and `Arn`, the structure
/// that the record stands for decides.
final class MemberNames extends PropertyNamingStrategy {

    private static final long serialVersionUID = 1;

    /// The members of each structure by their names in small letters, the smaller structures first,
    /// and in an order that is the same in every process.
    private final List<Map<String, String>> structures = new ArrayList<>();

    private final Map<String, Set<String>> names = new HashMap<>();

    MemberNames(ApiModel model) {
        model.types().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .forEach(shape -> {
                    if (shape instanceof Shape.Structure structure && !structure.error()) {
                        add(structure);
                    }
                });
        structures.sort(Comparator.comparingInt(Map::size));
    }

    private void add(Shape.Structure structure) {
        var members = new HashMap<String, String>();
        for (var member : structure.members()) {
            var small = small(member.name());
            members.put(small, member.name());
            names.computeIfAbsent(small, _ -> new HashSet<>()).add(member.name());
        }
        structures.add(members);
    }

    /// The model's name of a component; one that the model does not have keeps its own, with a
    /// capital.
    String of(@Nullable Class<?> owner, String component) {
        var all = names.getOrDefault(small(component), Set.of());
        return switch (all.size()) {
            case 0 -> Character.toUpperCase(component.charAt(0)) + component.substring(1);
            case 1 -> all.iterator().next();
            default -> nameIn(owner, small(component));
        };
    }

    /// The name in the smallest structure that has most of the owner's components.
    private String nameIn(@Nullable Class<?> owner, String component) {
        var components = componentsOf(owner);
        return structures.stream()
                .filter(members -> members.containsKey(component))
                .min(Comparator.comparingLong(members -> missing(components, members)))
                .orElseThrow()
                .getOrDefault(component, component);
    }

    private static long missing(Set<String> components, Map<String, String> members) {
        return components.stream().filter(each -> !members.containsKey(each)).count();
    }

    private static Set<String> componentsOf(@Nullable Class<?> owner) {
        return owner == null || !owner.isRecord()
                ? Set.of()
                : Arrays.stream(owner.getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(MemberNames::small)
                        .collect(Collectors.toSet());
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private String nameOf(@Nullable AnnotatedMember member, String defaultName) {
        return of(member == null ? null : member.getDeclaringClass(), defaultName);
    }

    @Override
    public String nameForField(
            MapperConfig<?> config, @Nullable AnnotatedField field, String defaultName) {
        return nameOf(field, defaultName);
    }

    @Override
    public String nameForGetterMethod(
            MapperConfig<?> config, @Nullable AnnotatedMethod method, String defaultName) {
        return nameOf(method, defaultName);
    }

    @Override
    public String nameForSetterMethod(
            MapperConfig<?> config, @Nullable AnnotatedMethod method, String defaultName) {
        return nameOf(method, defaultName);
    }

    @Override
    public String nameForConstructorParameter(
            MapperConfig<?> config, @Nullable AnnotatedParameter parameter, String defaultName) {
        return nameOf(parameter, defaultName);
    }
}
