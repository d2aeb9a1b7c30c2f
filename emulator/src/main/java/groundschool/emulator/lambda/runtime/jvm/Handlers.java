package groundschool.emulator.lambda.runtime.jvm;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/// Finds the handler that a function's configuration names: `package.Class` or
/// `package.Class::method`.
///
/// Source: [Define Lambda function handler in
/// Java](https://docs.aws.amazon.com/lambda/latest/dg/java-handler.html)
final class Handlers {

    private static final String CORE = "com.amazonaws.services.lambda.runtime.";

    private Handlers() {}

    static Handler load(String name, ClassLoader classes) throws Throwable {
        int colons = name.indexOf("::");
        var className = colons < 0 ? name : name.substring(0, colons);
        var method = colons < 0 ? "handleRequest" : name.substring(colons + 2);
        if (className.isEmpty() || method.isEmpty()) {
            throw new HandlerException(
                    "java.lang.IllegalArgumentException",
                    name + " is not of the form package.Class::method or package.Class");
        }
        var type = type(className, classes);
        if (colons < 0 && !isHandler(type)) {
            throw new HandlerException(
                    "java.lang.ClassCastException",
                    "Class " + className + " does not implement an appropriate handler interface");
        }
        return MethodHandler.of(instance(type), method(type, method), classes);
    }

    private static Class<?> type(String name, ClassLoader classes) throws Throwable {
        try {
            return Class.forName(name, true, classes);
        } catch (ClassNotFoundException missing) {
            throw new HandlerException(
                    "java.lang.ClassNotFoundException", "Class not found: " + name);
        } catch (ExceptionInInitializerError failed) {
            throw Optional.ofNullable(failed.getCause()).orElse(failed);
        } catch (NoClassDefFoundError missing) {
            throw hinted(missing);
        }
    }

    /// Its interfaces are there on AWS; here they come with the function.
    private static Throwable hinted(NoClassDefFoundError missing) {
        if (String.valueOf(missing.getMessage()).startsWith(CORE.replace('.', '/'))) {
            RuntimeLog.event(
                    "The emulator does not bring com.amazonaws:aws-lambda-java-core: put it into the function's JAR, or into the folder lib of its zip.");
        }
        return missing;
    }

    private static boolean isHandler(Class<?> type) {
        for (var each = type; each != null; each = each.getSuperclass()) {
            for (var face : each.getInterfaces()) {
                if (isHandlerInterface(face)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isHandlerInterface(Class<?> face) {
        return face.getName().equals(CORE + "RequestHandler")
                || face.getName().equals(CORE + "RequestStreamHandler")
                || Arrays.stream(face.getInterfaces()).anyMatch(Handlers::isHandlerInterface);
    }

    /// A method that takes a context is preferred, then one that takes more, then one that the
    /// compiler did not make.
    private static Method method(Class<?> type, String name) throws HandlerException {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && isFit(method))
                .max(
                        Comparator.comparing(Handlers::takesContext)
                                .thenComparing(Method::getParameterCount)
                                .thenComparing(method -> !method.isBridge()))
                .orElseThrow(() ->
                        new HandlerException(
                                "java.lang.NoSuchMethodException",
                                "No public method named "
                                        + name
                                        + " with appropriate method signature found on class "
                                        + type.getName()));
    }

    private static boolean isFit(Method method) {
        var types = method.getParameterTypes();
        int plain = types.length - (takesContext(method) ? 1 : 0);
        return plain <= 1
                || (plain == 2
                        && types[0].isAssignableFrom(InputStream.class)
                        && types[1].isAssignableFrom(OutputStream.class)
                        && types[0] != Object.class);
    }

    static boolean takesContext(Method method) {
        var types = method.getParameterTypes();
        return types.length > 0 && types[types.length - 1].getName().equals(CORE + "Context");
    }

    private static Optional<Object> instance(Class<?> type) throws Throwable {
        if (Modifier.isAbstract(type.getModifiers())) {
            return Optional.empty();
        }
        try {
            return Optional.of(type.getConstructor().newInstance());
        } catch (NoSuchMethodException none) {
            throw new HandlerException(
                    "java.lang.NoSuchMethodException",
                    "Class " + type.getName() + " has no public zero-argument constructor");
        } catch (InvocationTargetException failed) {
            throw Optional.ofNullable(failed.getCause()).orElse(failed);
        }
    }
}
