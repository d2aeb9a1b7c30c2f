package groundschool.emulator.lambda.runtime;

import groundschool.emulator.AwsException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs functions in processes of this machine.
public final class LocalRuntimes implements Runtimes {

    private static final Logger LOG = LoggerFactory.getLogger(LocalRuntimes.class);
    private static final Duration IDLE = Duration.ofMinutes(5);

    /// Younger than the credentials that it was given, which last an hour.
    private static final Duration AGE = Duration.ofMinutes(45);

    private static final Duration WATCH = Duration.ofMillis(50);

    private final Path work;
    private final int most;
    private final boolean isIsolationWanted;
    private final Path installed;
    private final IdleEnvironments idle = new IdleEnvironments();
    private final Set<Environment> all = ConcurrentHashMap.newKeySet();
    private final Map<String, Wish> wishes = new ConcurrentHashMap<>();
    private final Set<Environment> retired = ConcurrentHashMap.newKeySet();
    private Optional<Workshop> workshop = Optional.empty();
    private final Thread watch;
    private volatile boolean isClosed;

    /// @param installed the folder of the runtimes that were installed for Groundschool; need not
    ///   be there
    /// @param most how many environments there may be at once
    /// @param isIsolationWanted whether `bwrap` is used if it is there
    public LocalRuntimes(Path installed, int most, boolean isIsolationWanted) {
        this.installed = installed;
        this.most = most;
        this.isIsolationWanted = isIsolationWanted;
        this.work = Folders.temporary();
        this.watch = Thread.ofPlatform().name("environments").daemon().start(this::watch);
    }

    @Override
    public Invocation.Result invoke(EnvironmentSpec spec, Invocation invocation) {
        var environment = take(spec);
        try {
            return environment.run(invocation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            environment.close();
            throw new AwsException(500, "ServiceException", "The invocation was interrupted.");
        } catch (RuntimeException e) {
            environment.close();
            throw e;
        } finally {
            giveBack(environment);
        }
    }

    private Environment take(EnvironmentSpec spec) {
        synchronized (this) {
            refuseIfClosed();
            for (var waiting = idle.take(spec.key());
                    waiting.isPresent();
                    waiting = idle.take(spec.key())) {
                if (waiting.get().isUsable()) {
                    return waiting.get();
                }
                end(waiting.get());
            }
        }
        var made = workshop().environment(spec);
        admit(made);
        return made;
    }

    private void admit(Environment made) {
        Optional<Environment> evicted;
        synchronized (this) {
            refuseIfClosed();
            evicted = all.size() < most ? Optional.empty() : Optional.of(leastRecentlyUsed());
            all.add(made);
        }
        evicted.ifPresent(this::end);
    }

    /// What is to be kept ready.
    private record Wish(EnvironmentSpec spec, int count, Consumer<LogLine> log) {}

    @Override
    public boolean provision(EnvironmentSpec spec, int count, Consumer<LogLine> log) {
        var wish = new Wish(spec, Math.min(count, MOST_PROVISIONED), log);
        wishes.put(spec.key(), wish);
        return fill(wish);
    }

    @Override
    public void unprovision(String key) {
        wishes.remove(key);
        retire(environment -> environment.isProvisioned() && environment.spec().key().equals(key));
    }

    /// Makes as many environments as are missing.
    private boolean fill(Wish wish) {
        while (isMissing(wish)) {
            var made = workshop().provisioned(wish.spec());
            admit(made);
            try {
                if (!made.prepare(wish.log())) {
                    // Another would fail just so.
                    wishes.remove(wish.spec().key(), wish);
                    end(made);
                    return false;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                end(made);
                return false;
            }
            giveBack(made);
        }
        return true;
    }

    private synchronized boolean isMissing(Wish wish) {
        var key = wish.spec().key();
        long there =
                all.stream()
                        .filter(each -> each.isProvisioned() && each.spec().key().equals(key))
                        .filter(each -> !retired.contains(each))
                        .count();
        return !isClosed && wish.equals(wishes.get(key)) && there < wish.count();
    }

    /// Has another take the place of one that ended.
    private void replace(Environment ended) {
        var wish = Optional.ofNullable(wishes.get(ended.spec().key()));
        if (ended.isProvisioned() && wish.isPresent() && !isClosed) {
            Thread.ofVirtual().name("provisioning").start(() -> refill(wish.get()));
        }
    }

    private void refill(Wish wish) {
        try {
            fill(wish);
        } catch (AwsException noRoom) {
            LOG.debug("{} is not provisioned again", wish.spec().key(), noRoom);
        }
    }

    private void refuseIfClosed() {
        if (isClosed) {
            throw new AwsException(500, "ServiceException", "The emulator is stopping.");
        }
    }

    /// Must be called under the lock.
    private Environment leastRecentlyUsed() {
        return idle.takeLeastRecentlyUsed()
                .orElseThrow(() ->
                        new AwsException(
                                429,
                                "TooManyRequestsException",
                                "Rate Exceeded.",
                                Map.of("Reason", "ConcurrentInvocationLimitExceeded")));
    }

    private void giveBack(Environment environment) {
        synchronized (this) {
            if (!isClosed && environment.isUsable() && !retired.remove(environment)) {
                idle.add(environment);
                return;
            }
        }
        end(environment);
    }

    private void end(Environment environment) {
        if (environment.endsSlowly()) {
            Thread.ofVirtual().name("shutdown").start(() -> finish(environment));
        } else {
            finish(environment);
        }
    }

    private void finish(Environment environment) {
        try {
            environment.close();
        } finally {
            all.remove(environment);
            retired.remove(environment);
            workshop().clear(environment);
            replace(environment);
        }
    }

    @Override
    public String standIn(String runtime) {
        try {
            return workshop().standIn(runtime);
        } catch (AwsException missing) {
            return String.valueOf(missing.getMessage());
        }
    }

    private synchronized Workshop workshop() {
        var made = workshop.orElseGet(() -> new Workshop(work, installed, isIsolationWanted));
        workshop = Optional.of(made);
        return made;
    }

    @Override
    public void retire(String sandbox, String functionArn) {
        retire(environment ->
                environment.spec().sandbox().equals(sandbox)
                        && environment.spec().functionArn().equals(functionArn));
    }

    @Override
    public void retire(String sandbox) {
        retire(environment -> environment.spec().sandbox().equals(sandbox));
    }

    private void retire(Predicate<Environment> which) {
        var ended = new ArrayList<Environment>();
        synchronized (this) {
            all.stream().filter(which).forEach(retired::add);
            ended.addAll(idle.takeAll(which));
        }
        ended.forEach(this::end);
    }

    private void watch() {
        var pause = WATCH;
        while (!isClosed) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
            long from = System.nanoTime();
            all.forEach(Environment::watch);
            // Watching many must not take what they run on.
            var took = Duration.ofNanos(System.nanoTime() - from).multipliedBy(5);
            pause = took.compareTo(WATCH) > 0 ? took : WATCH;
            var now = Instant.now();
            List<Environment> ended;
            synchronized (this) {
                ended =
                        idle.takeAll(environment ->
                                (!environment.isProvisioned()
                                                && environment.usedAt().plus(IDLE).isBefore(now))
                                        || environment.began().plus(AGE).isBefore(now));
            }
            ended.forEach(this::end);
        }
    }

    /// How many environments there are.
    public int size() {
        return all.size();
    }

    @Override
    public void close() {
        Optional<Workshop> made;
        synchronized (this) {
            isClosed = true;
            idle.clear();
            made = workshop;
        }
        watch.interrupt();
        // Nothing is added any more.
        all.forEach(Environment::kill);
        made.ifPresent(Workshop::close);
        all.clear();
        Folders.delete(work);
    }
}
