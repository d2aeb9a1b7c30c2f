package groundschool.emulator;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// A value that is made when it is first asked for, once.
final class Once<T> implements Supplier<T> {

    private final Supplier<T> source;
    private final ReentrantLock making = new ReentrantLock();
    private volatile Optional<T> value = Optional.empty();

    Once(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        return value.orElseGet(this::make);
    }

    private T make() {
        making.lock();
        try {
            var made = value.orElseGet(source);
            value = Optional.of(made);
            return made;
        } finally {
            making.unlock();
        }
    }
}
