package groundschool.emulator.lambda.runtime.jvm;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the type variables of generic classes stand for.
final class Types {

    private static final String HANDLER = "com.amazonaws.services.lambda.runtime.RequestHandler";

    private Types() {}

    /// What a class has given for the variables of those that it extends and implements.
    static Map<TypeVariable<?>, Type> variables(Class<?> type) {
        var known = new HashMap<TypeVariable<?>, Type>();
        collect(type, known);
        return known;
    }

    private static void collect(Class<?> type, Map<TypeVariable<?>, Type> known) {
        var above = type.getGenericSuperclass();
        if (above != null) {
            collect(above, known);
        }
        for (var face : type.getGenericInterfaces()) {
            collect(face, known);
        }
    }

    private static void collect(Type type, Map<TypeVariable<?>, Type> known) {
        if (type instanceof ParameterizedType generic
                && generic.getRawType() instanceof Class<?> raw) {
            known.putAll(arguments(generic, raw, known));
            collect(raw, known);
        } else if (type instanceof Class<?> plain) {
            collect(plain, known);
        }
    }

    private static Map<TypeVariable<?>, Type> arguments(
            ParameterizedType generic, Class<?> raw, Map<TypeVariable<?>, Type> known) {
        var given = new HashMap<TypeVariable<?>, Type>();
        var variables = raw.getTypeParameters();
        for (int i = 0; i < variables.length; i++) {
            given.put(variables[i], resolve(generic.getActualTypeArguments()[i], known));
        }
        return given;
    }

    /// What the first variable of Lambda's interface stands for.
    static Optional<Type> ofHandler(Map<TypeVariable<?>, Type> known) {
        for (var entry : known.entrySet()) {
            var variable = entry.getKey();
            if (variable.getGenericDeclaration() instanceof Class<?> declared
                    && declared.getName().equals(HANDLER)
                    && declared.getTypeParameters()[0].equals(variable)) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    /// A type in which no variable is left at the top; below, [#variables(ParameterizedType)]
    /// helps.
    static Type resolve(Type type, Map<TypeVariable<?>, Type> known) {
        if (type instanceof TypeVariable<?> variable) {
            var given = known.get(variable);
            return given == null || given.equals(variable)
                    ? resolve(variable.getBounds()[0], Map.of())
                    : given;
        }
        if (type instanceof WildcardType wildcard) {
            return resolve(wildcard.getUpperBounds()[0], known);
        }
        return type;
    }

    /// What a generic type gives for the variables of its class.
    static Map<TypeVariable<?>, Type> variables(ParameterizedType type) {
        return type.getRawType() instanceof Class<?> raw
                ? arguments(type, raw, Map.of())
                : Map.of();
    }

    /// The class of a type.
    static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType generic) {
            return raw(generic.getRawType());
        }
        if (type instanceof GenericArrayType array) {
            return raw(array.getGenericComponentType()).arrayType();
        }
        return raw(resolve(type, Map.of()));
    }
}
