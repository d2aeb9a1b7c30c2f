package groundschool.emulator.lambda.runtime.jvm;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a class of the function's is made of, as JSON sees it: its getters, setters and public
/// fields.
final class Properties {

    private Properties() {}

    /// The getters by property, in an order that is always the same.
    static Map<String, Method> getters(Class<?> type) {
        var getters = new LinkedHashMap<String, Method>();
        var methods = type.getMethods();
        Arrays.sort(methods, Comparator.comparing(Method::getName));
        for (var method : methods) {
            boolean isGetter =
                    method.getParameterCount() == 0
                            && !Modifier.isStatic(method.getModifiers())
                            && !method.isBridge()
                            && method.getDeclaringClass() != Object.class
                            && method.getReturnType() != void.class;
            var name = method.getName();
            if (isGetter && name.length() > 3 && name.startsWith("get")) {
                getters.put(property(name, 3), method);
            } else if (isGetter
                    && name.length() > 2
                    && name.startsWith("is")
                    && (method.getReturnType() == boolean.class
                            || method.getReturnType() == Boolean.class)) {
                getters.put(property(name, 2), method);
            }
        }
        return getters;
    }

    /// The setters by property in lower case: events name theirs in many ways.
    static Map<String, Method> setters(Class<?> type) {
        var setters = new LinkedHashMap<String, Method>();
        for (var method : type.getMethods()) {
            boolean isSetter =
                    method.getParameterCount() == 1
                            && !Modifier.isStatic(method.getModifiers())
                            && !method.isBridge()
                            && method.getName().length() > 3
                            && method.getName().startsWith("set");
            if (isSetter) {
                setters.put(
                        method.getName().substring(3).toLowerCase(java.util.Locale.ROOT), method);
            }
        }
        return setters;
    }

    /// The public fields by name.
    static Map<String, Field> fields(Class<?> type) {
        var fields = new LinkedHashMap<String, Field>();
        for (var field : type.getFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                fields.put(field.getName(), field);
            }
        }
        return fields;
    }

    /// Capitals at the beginning become small: `getURL` is `url`.
    private static String property(String method, int from) {
        var name = new StringBuilder(method.substring(from));
        for (int i = 0; i < name.length() && Character.isUpperCase(name.charAt(i)); i++) {
            name.setCharAt(i, Character.toLowerCase(name.charAt(i)));
        }
        return name.toString();
    }
}
