package groundschool.emulator.apigateway.template;

import groundschool.emulator.apigateway.integration.SafeRegex;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Set;
import org.apache.velocity.util.introspection.VelMethod;
import org.jspecify.annotations.Nullable;

/// A method of texts that takes a regular expression: one that goes back and forth without end
/// fails.
///
/// @param usual what Java has
record SafeStringMethod(VelMethod usual) implements VelMethod {

    private static final Set<String> ONES =
            Set.of("matches", "replaceAll", "replaceFirst", "split");

    static boolean isOne(String name) {
        return ONES.contains(name);
    }

    @Override
    public @Nullable Object invoke(Object object, Object[] arguments)
            throws IllegalAccessException, InvocationTargetException {
        try {
            return careful(object, arguments);
        } catch (IllegalArgumentException tooMuch) {
            throw new InvocationTargetException(tooMuch);
        }
    }

    private @Nullable Object careful(Object object, Object[] arguments)
            throws IllegalAccessException, InvocationTargetException {
        var text = object.toString();
        var pattern = String.valueOf(arguments[0]);
        return switch (getMethodName()) {
            case "matches" -> SafeRegex.matches(pattern, text);
            case "replaceAll" ->
                    SafeRegex.replaced(pattern, text, String.valueOf(arguments[1]), true);
            case "replaceFirst" ->
                    SafeRegex.replaced(pattern, text, String.valueOf(arguments[1]), false);
            case "split" ->
                    SafeRegex.split(
                            pattern,
                            text,
                            arguments.length > 1 && arguments[1] instanceof Integer limit
                                    ? limit
                                    : 0);
            default -> usual.invoke(object, arguments);
        };
    }

    @Override
    public boolean isCacheable() {
        return usual.isCacheable();
    }

    @Override
    public String getMethodName() {
        return usual.getMethodName();
    }

    @Override
    public Method getMethod() {
        return usual.getMethod();
    }

    @Override
    public Class<?> getReturnType() {
        return usual.getReturnType();
    }
}
