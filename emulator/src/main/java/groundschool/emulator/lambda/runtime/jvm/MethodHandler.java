package groundschool.emulator.lambda.runtime.jvm;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/// A method of the function's, with JSON made to what it takes, and what it gives made to JSON.
final class MethodHandler implements Handler {

    private final Optional<Object> instance;
    private final Method method;
    private final ClassLoader classes;
    private final Optional<Type> input;

    private MethodHandler(
            Optional<Object> instance, Method method, ClassLoader classes, Optional<Type> input) {
        this.instance = instance;
        this.method = method;
        this.classes = classes;
        this.input = input;
    }

    static MethodHandler of(Optional<Object> instance, Method method, ClassLoader classes)
            throws HandlerException {
        if (instance.isEmpty() && !Modifier.isStatic(method.getModifiers())) {
            throw new HandlerException(
                    "java.lang.InstantiationException",
                    method.getDeclaringClass().getName() + " is abstract");
        }
        method.setAccessible(true);
        return new MethodHandler(instance, method, classes, input(instance, method));
    }

    /// What the event is made to; nothing if it is not wanted. What an interface says as a type
    /// variable, the function's class has given.
    private static Optional<Type> input(Optional<Object> instance, Method method) {
        int count = method.getParameterCount() - (Handlers.takesContext(method) ? 1 : 0);
        if (count == 0) {
            return Optional.empty();
        }
        var declared = method.getGenericParameterTypes()[0];
        var known =
                instance.isPresent()
                        ? Types.variables(instance.get().getClass())
                        : Map.<java.lang.reflect.TypeVariable<?>, Type>of();
        return Optional.of(
                method.isBridge()
                        ? Types.ofHandler(known).orElse(declared)
                        : Types.resolve(declared, known));
    }

    @Override
    public byte[] handle(byte[] event, RuntimeAnswer request) throws Throwable {
        var arguments = new ArrayList<Object>();
        var out = new ByteArrayOutputStream();
        boolean isStreamed = false;
        for (var type : method.getParameterTypes()) {
            if (arguments.size() == method.getParameterCount() - 1
                    && Handlers.takesContext(method)) {
                arguments.add(ContextProxy.of(type, request, classes));
            } else if (type == InputStream.class) {
                arguments.add(new ByteArrayInputStream(event));
            } else if (type == OutputStream.class) {
                arguments.add(out);
                isStreamed = true;
            } else {
                arguments.add(argument(event));
            }
        }
        try {
            var answer = method.invoke(instance.orElse(null), arguments.toArray());
            return isStreamed ? out.toByteArray() : JsonWriter.write(answer);
        } catch (InvocationTargetException thrown) {
            throw Optional.ofNullable(thrown.getCause()).orElse(thrown);
        }
    }

    private Object argument(byte[] event) {
        try {
            return Binder.bind(JsonReader.read(event), input.orElse(Object.class));
        } catch (RuntimeException unfit) {
            throw new RuntimeException("An error occurred during JSON parsing", unfit);
        }
    }
}
