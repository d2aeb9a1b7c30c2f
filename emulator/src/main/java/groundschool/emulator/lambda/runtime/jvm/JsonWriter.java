package groundschool.emulator.lambda.runtime.jvm;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

/// Writes what a handler answered as JSON.
final class JsonWriter {

    private static final int DEEPEST = 500;

    private final StringBuilder text = new StringBuilder();
    private int depth;

    private JsonWriter() {}

    static byte[] write(Object value) {
        try {
            var writer = new JsonWriter();
            writer.value(value);
            return writer.text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (ReflectiveOperationException | IllegalStateException unfit) {
            throw new RuntimeException("An error occurred during JSON serialization", unfit);
        }
    }

    /// A text in quotes.
    static String quoted(String plain) {
        var writer = new JsonWriter();
        writer.string(plain);
        return writer.text.toString();
    }

    private void value(Object value) throws ReflectiveOperationException {
        if (++depth > DEEPEST) {
            throw new IllegalStateException("Infinite recursion in what the handler answered");
        }
        if (value == null) {
            text.append("null");
        } else if (value instanceof CharSequence
                || value instanceof Character
                || value instanceof Enum<?>
                || value.getClass().getName().startsWith("java.time.")
                || value instanceof java.util.UUID
                || value instanceof java.net.URI) {
            string(value instanceof Enum<?> constant ? constant.name() : value.toString());
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof Optional<?> optional) {
            value(optional.orElse(null));
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof Iterable<?> many) {
            many(many);
        } else if (value instanceof byte[] bytes) {
            string(Base64.getEncoder().encodeToString(bytes));
        } else if (value instanceof ByteBuffer buffer) {
            var bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            string(Base64.getEncoder().encodeToString(bytes));
        } else if (value.getClass().isArray()) {
            array(value);
        } else if (value instanceof Date date) {
            text.append(date.getTime());
        } else {
            bean(value);
        }
        depth--;
    }

    private void number(Number number) {
        if (number instanceof Double real && !Double.isFinite(real)
                || number instanceof Float single && !Float.isFinite(single)) {
            string(number.toString());
        } else {
            text.append(number);
        }
    }

    private void map(Map<?, ?> map) throws ReflectiveOperationException {
        text.append('{');
        boolean isFirst = true;
        for (var entry : map.entrySet()) {
            comma(isFirst);
            isFirst = false;
            string(String.valueOf(entry.getKey()));
            text.append(':');
            value(entry.getValue());
        }
        text.append('}');
    }

    private void many(Iterable<?> many) throws ReflectiveOperationException {
        text.append('[');
        boolean isFirst = true;
        for (var each : many) {
            comma(isFirst);
            isFirst = false;
            value(each);
        }
        text.append(']');
    }

    private void array(Object array) throws ReflectiveOperationException {
        text.append('[');
        for (int i = 0; i < Array.getLength(array); i++) {
            comma(i == 0);
            value(Array.get(array, i));
        }
        text.append(']');
    }

    private void bean(Object bean) throws ReflectiveOperationException {
        text.append('{');
        boolean isFirst = true;
        if (bean.getClass().isRecord()) {
            for (var component : bean.getClass().getRecordComponents()) {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                isFirst = member(component.getName(), got(accessor, bean), isFirst);
            }
        } else {
            var getters = Properties.getters(bean.getClass());
            for (var field : Properties.fields(bean.getClass()).entrySet()) {
                if (!getters.containsKey(field.getKey())) {
                    field.getValue().setAccessible(true);
                    isFirst = member(field.getKey(), field.getValue().get(bean), isFirst);
                }
            }
            for (var getter : getters.entrySet()) {
                getter.getValue().setAccessible(true);
                isFirst = member(getter.getKey(), got(getter.getValue(), bean), isFirst);
            }
        }
        text.append('}');
    }

    private static Object got(java.lang.reflect.Method getter, Object bean)
            throws ReflectiveOperationException {
        try {
            return getter.invoke(bean);
        } catch (InvocationTargetException thrown) {
            throw new IllegalStateException(getter.getName() + " failed", thrown.getCause());
        }
    }

    private boolean member(String name, Object value, boolean isFirst)
            throws ReflectiveOperationException {
        comma(isFirst);
        string(name);
        text.append(':');
        value(value);
        return false;
    }

    private void comma(boolean isFirst) {
        if (!isFirst) {
            text.append(',');
        }
    }

    private void string(String plain) {
        text.append('"');
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c == '\n') {
                text.append("\\n");
            } else if (c == '\t') {
                text.append("\\t");
            } else if (c == '\r') {
                text.append("\\r");
            } else if (c < 0x20) {
                text.append("\\u00").append(Character.forDigit(c >> 4, 16));
                text.append(Character.forDigit(c & 15, 16));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
