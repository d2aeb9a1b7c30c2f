package groundschool.emulator.wire;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategy;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedField;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedParameter;

/// Gives a record's component the name that the service's model has for it, whose capitals follow
/// no rule: `sseSpecification` is `SSESpecification`.
final class MemberNames extends PropertyNamingStrategy {

    private static final long serialVersionUID = 1;

    private final Map<String, String> names = new HashMap<>();

    MemberNames(ApiModel model) {
        for (var shape : model.types().values()) {
            if (shape instanceof Shape.Structure structure && !structure.error()) {
                for (var member : structure.members()) {
                    names.put(member.name().toLowerCase(Locale.ROOT), member.name());
                }
            }
        }
    }

    /// The model's name of a component; one that the model does not have keeps its own, with a
    /// capital.
    String of(String component) {
        var name = names.get(component.toLowerCase(Locale.ROOT));
        return name != null
                ? name
                : Character.toUpperCase(component.charAt(0)) + component.substring(1);
    }

    @Override
    public String nameForField(
            MapperConfig<?> config, @Nullable AnnotatedField field, String defaultName) {
        return of(defaultName);
    }

    @Override
    public String nameForGetterMethod(
            MapperConfig<?> config, @Nullable AnnotatedMethod method, String defaultName) {
        return of(defaultName);
    }

    @Override
    public String nameForSetterMethod(
            MapperConfig<?> config, @Nullable AnnotatedMethod method, String defaultName) {
        return of(defaultName);
    }

    @Override
    public String nameForConstructorParameter(
            MapperConfig<?> config, @Nullable AnnotatedParameter parameter, String defaultName) {
        return of(defaultName);
    }
}
