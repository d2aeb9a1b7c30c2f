package groundschool.db;

import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Select;

/// Refuses whatever is no query, where nobody would count it as a write.
final class OnlySelects implements ExecuteListener {

    private static final long serialVersionUID = 1L;

    @Override
    public void start(ExecuteContext context) {
        if (!(context.query() instanceof Select)) {
            throw new IllegalStateException("not a query: " + context.query());
        }
    }
}
