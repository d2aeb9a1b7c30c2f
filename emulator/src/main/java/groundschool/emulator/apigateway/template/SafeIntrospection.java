package groundschool.emulator.apigateway.template;

import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.velocity.runtime.directive.Scope;
import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.util.introspection.SecureUberspector;
import org.apache.velocity.util.introspection.VelMethod;
import org.apache.velocity.util.introspection.VelPropertyGet;
import org.jspecify.annotations.Nullable;

/// What templates may call: what Velocity calls safe, without what makes much of little, and only
/// so often.
public final class SafeIntrospection extends SecureUberspector {

    /// How many turns the loops of one template may take.
    private static final int TURNS = 100_000;

    private static final Set<String> COSTLY =
            Set.of(
                    "repeat",
                    "format",
                    "formatted",
                    "indent",
                    "getClass",
                    "wait",
                    "notify",
                    "notifyAll");

    static final ScopedValue<Budget> BUDGET = ScopedValue.newInstance();

    /// What is left of the turns.
    static final class Budget {
        private int turns = TURNS;

        private void take() {
            if (--turns < 0) {
                throw new IllegalArgumentException("The loops of a template take too many turns.");
            }
        }
    }

    @Override
    public @Nullable VelMethod getMethod(
            @Nullable Object object, String name, Object[] arguments, Info info) {
        if (COSTLY.contains(name)) {
            return null;
        }
        var method = super.getMethod(object, name, arguments, info);
        return method != null && object instanceof String && SafeStringMethod.isOne(name)
                ? new SafeStringMethod(method)
                : method;
    }

    /// What JSON has counts, not what Java's classes have.
    @Override
    public @Nullable VelPropertyGet getPropertyGet(
            @Nullable Object object, String name, Info info) {
        return object instanceof Map<?, ?> && !(object instanceof Scope)
                ? new Member(name)
                : name.equals("class") ? null : super.getPropertyGet(object, name, info);
    }

    /// Gives the member of a map that has that name.
    private record Member(String name) implements VelPropertyGet {

        @Override
        public @Nullable Object invoke(Object object) {
            return object instanceof Map<?, ?> map ? map.get(name) : null;
        }

        @Override
        public boolean isCacheable() {
            return true;
        }

        @Override
        public String getMethodName() {
            return "get";
        }
    }

    @Override
    @SuppressWarnings("rawtypes") // Velocity's
    public @Nullable Iterator getIterator(@Nullable Object object, Info info) {
        var each = super.getIterator(object, info);
        if (each == null || !BUDGET.isBound()) {
            return each;
        }
        var budget = BUDGET.get();
        return new Iterator<Object>() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public Object next() {
                budget.take();
                return each.next();
            }
        };
    }
}
