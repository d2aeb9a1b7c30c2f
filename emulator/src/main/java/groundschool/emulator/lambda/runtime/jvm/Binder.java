package groundschool.emulator.lambda.runtime.jvm;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Makes what was read from JSON to what a handler takes: collections, classes with setters,
/// records.
///
/// What a class does not know is left out, and properties are found whatever their capitals are:
/// the event classes of AWS call `getRecords` what the event calls `Records`.
final class Binder {

    private Binder() {}

    /// @param value as [JsonReader] gives it
    static Object bind(Object value, Type type) {
        return bind(value, type, Map.of());
    }

    private static Object bind(Object value, Type declared, Map<TypeVariable<?>, Type> known) {
        var type = Types.resolve(declared, known);
        var raw = Types.raw(type);
        if (value == null) {
            return raw == Optional.class ? Optional.empty() : Scalars.nothing(raw);
        }
        var own = type instanceof ParameterizedType generic ? arguments(generic, known) : known;
        if (raw == Object.class
                || (raw.isInstance(value)
                        && !(value instanceof Collection<?>)
                        && !(value instanceof Map<?, ?>))) {
            return value;
        }
        if (raw == Optional.class) {
            return Optional.ofNullable(bind(value, argument(type, 0), own));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return map(value, raw, type, own);
        }
        if (Iterable.class.isAssignableFrom(raw) && value instanceof List<?> list) {
            return collection(list, raw, type, own);
        }
        if (raw.isArray() && value instanceof List<?> list) {
            var array = Array.newInstance(raw.getComponentType(), list.size());
            for (int i = 0; i < list.size(); i++) {
                Array.set(array, i, bind(list.get(i), raw.getComponentType(), own));
            }
            return array;
        }
        return value instanceof Map<?, ?> members
                ? object(members, raw, own)
                : Scalars.of(value, raw);
    }

    private static Map<TypeVariable<?>, Type> arguments(
            ParameterizedType generic, Map<TypeVariable<?>, Type> known) {
        var all = new HashMap<>(known);
        for (var entry : Types.variables(generic).entrySet()) {
            all.put(entry.getKey(), Types.resolve(entry.getValue(), known));
        }
        return all;
    }

    private static Type argument(Type type, int index) {
        return type instanceof ParameterizedType generic
                        && generic.getActualTypeArguments().length > index
                ? generic.getActualTypeArguments()[index]
                : Object.class;
    }

    private static Object map(
            Object value, Class<?> raw, Type type, Map<TypeVariable<?>, Type> known) {
        if (!(value instanceof Map<?, ?> members)) {
            throw new IllegalArgumentException("expected an object, not " + value);
        }
        Map<Object, Object> map =
                raw.isInterface() && !raw.isAssignableFrom(LinkedHashMap.class)
                        ? new TreeMap<>()
                        : raw.isInterface() || Modifier.isAbstract(raw.getModifiers())
                                ? new LinkedHashMap<>()
                                : made(raw);
        for (var entry : members.entrySet()) {
            map.put(
                    bind(entry.getKey(), argument(type, 0), known),
                    bind(entry.getValue(), argument(type, 1), known));
        }
        return map;
    }

    private static Object collection(
            List<?> list, Class<?> raw, Type type, Map<TypeVariable<?>, Type> known) {
        Collection<Object> collection;
        if (raw.isAssignableFrom(ArrayList.class)) {
            collection = new ArrayList<>();
        } else if (raw.isAssignableFrom(LinkedHashSet.class)) {
            collection = new LinkedHashSet<>();
        } else if (Set.class.isAssignableFrom(raw) && raw.isInterface()) {
            collection = new TreeSet<>();
        } else {
            collection = raw.isInterface() ? new java.util.ArrayDeque<>() : made(raw);
        }
        for (var each : list) {
            collection.add(bind(each, argument(type, 0), known));
        }
        return collection;
    }

    @SuppressWarnings("unchecked") // whoever asks knows what the class is
    private static <T> T made(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (T) constructor.newInstance();
        } catch (InvocationTargetException thrown) {
            throw new IllegalArgumentException(
                    "cannot construct " + type.getName(), thrown.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "Cannot construct instance of `"
                            + type.getName()
                            + "` (no constructors without arguments)",
                    e);
        }
    }

    private static Object object(
            Map<?, ?> members, Class<?> raw, Map<TypeVariable<?>, Type> known) {
        try {
            return raw.isRecord() ? record(members, raw, known) : bean(members, raw, known);
        } catch (InvocationTargetException thrown) {
            throw new IllegalArgumentException("cannot fill " + raw.getName(), thrown.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot fill " + raw.getName(), e);
        }
    }

    private static Object record(Map<?, ?> members, Class<?> raw, Map<TypeVariable<?>, Type> known)
            throws ReflectiveOperationException {
        var components = raw.getRecordComponents();
        var types = new Class<?>[components.length];
        var values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] =
                    bind(
                            members.get(components[i].getName()),
                            components[i].getGenericType(),
                            known);
        }
        var constructor = raw.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static Object bean(Map<?, ?> members, Class<?> raw, Map<TypeVariable<?>, Type> known)
            throws ReflectiveOperationException {
        Object bean = made(raw);
        var setters = Properties.setters(raw);
        var fields = Properties.fields(raw);
        var variables = new HashMap<>(known);
        variables.putAll(Types.variables(raw));
        for (var member : members.entrySet()) {
            var name = String.valueOf(member.getKey());
            var setter =
                    Optional.ofNullable(
                            setters.get(name.replace("-", "").toLowerCase(Locale.ROOT)));
            if (setter.isPresent()) {
                setter.get().setAccessible(true);
                setter.get()
                        .invoke(
                                bean,
                                bind(
                                        member.getValue(),
                                        setter.get().getGenericParameterTypes()[0],
                                        variables));
            } else if (fields.containsKey(name)) {
                var field = fields.get(name);
                field.setAccessible(true);
                field.set(bean, bind(member.getValue(), field.getGenericType(), variables));
            }
        }
        return bean;
    }
}
