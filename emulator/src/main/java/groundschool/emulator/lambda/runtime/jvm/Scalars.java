package groundschool.emulator.lambda.runtime.jvm;

import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Date;

/// Texts, numbers and booleans of JSON as values of Java.
final class Scalars {

    private Scalars() {}

    /// What a type has where JSON has null, or nothing.
    static Object nothing(Class<?> type) {
        return type.isPrimitive() && type != void.class
                ? java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(type, 1), 0)
                : null;
    }

    /// @param value a text, a number or a boolean
    static Object of(Object value, Class<?> type) {
        if (type == String.class || type == CharSequence.class) {
            return scalar(value).toString();
        }
        if (type == boolean.class || type == Boolean.class) {
            return value instanceof Boolean ? value : Boolean.valueOf(scalar(value).toString());
        }
        if (type == char.class || type == Character.class) {
            return scalar(value).toString().charAt(0);
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return number(new BigDecimal(scalar(value).toString()), type);
        }
        if (type == byte[].class) {
            return Base64.getDecoder().decode(value.toString());
        }
        if (type == ByteBuffer.class) {
            return ByteBuffer.wrap(Base64.getDecoder().decode(value.toString()));
        }
        if (type == Date.class) {
            return date(value);
        }
        return parsed(value, type);
    }

    private static Object scalar(Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        throw new IllegalArgumentException("expected a text or a number, not " + value);
    }

    private static Object number(BigDecimal number, Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return number.toBigInteger().intValueExact();
        }
        if (type == long.class || type == Long.class) {
            return number.toBigInteger().longValueExact();
        }
        if (type == double.class || type == Double.class || type == Number.class) {
            return number.doubleValue();
        }
        if (type == float.class || type == Float.class) {
            return number.floatValue();
        }
        if (type == short.class || type == Short.class) {
            return number.shortValueExact();
        }
        if (type == byte.class || type == Byte.class) {
            return number.byteValueExact();
        }
        return type == BigInteger.class ? (Object) number.toBigInteger() : number;
    }

    /// Events count time in seconds with a fraction, or in milliseconds.
    private static Date date(Object value) {
        if (value instanceof String text) {
            return Date.from(java.time.OffsetDateTime.parse(text).toInstant());
        }
        double count = ((Number) value).doubleValue();
        return new Date(count < 1e11 ? Math.round(count * 1000) : Math.round(count));
    }

    /// Enumerations, times and whatever else reads itself from a text.
    private static Object parsed(Object value, Class<?> type) {
        var text = scalar(value).toString();
        if (type.isEnum()) {
            for (var constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(text)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException(text + " is none of " + type.getName());
        }
        for (var name : new String[] {"parse", "fromString", "valueOf", "create"}) {
            for (var method : type.getMethods()) {
                if (method.getName().equals(name)
                        && method.getParameterCount() == 1
                        && method.getParameterTypes()[0].isInstance(text)
                        && type.isAssignableFrom(method.getReturnType())) {
                    return called(() -> method.invoke(type, text), type);
                }
            }
        }
        return called(() -> type.getConstructor(String.class).newInstance(text), type);
    }

    private static Object called(java.util.concurrent.Callable<Object> maker, Class<?> type) {
        try {
            return maker.call();
        } catch (InvocationTargetException thrown) {
            throw new IllegalArgumentException("no " + type.getName(), thrown.getCause());
        } catch (Exception e) {
            throw new IllegalArgumentException(
                    "Cannot construct instance of `" + type.getName() + "` from a text", e);
        }
    }
}
