package groundschool.emulator.sandbox;

import groundschool.emulator.Service;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/// One learner's AWS account: its services' state, its clock, its ledger.
public final class Sandbox {

    private final String id;
    private final String account;
    private final Storage storage;
    private final SandboxClock clock;
    private final Ledger ledger;
    private final RandomGenerator random;
    private final Map<String, Object> states = new ConcurrentHashMap<>();

    public Sandbox(
            String id,
            String account,
            Storage storage,
            SandboxClock clock,
            Ledger ledger,
            RandomGenerator random) {
        this.id = id;
        this.account = account;
        this.storage = storage;
        this.clock = clock;
        this.ledger = ledger;
        this.random = random;
    }

    /// Unique in this emulator.
    public String id() {
        return id;
    }

    /// Twelve digits, which other sandboxes may share.
    public String account() {
        return account;
    }

    public Storage storage() {
        return storage;
    }

    public SandboxClock clock() {
        return clock;
    }

    public Ledger ledger() {
        return ledger;
    }

    public RandomGenerator random() {
        return random;
    }

    /// The state of a service in this sandbox, opened when first asked for.
    @SuppressWarnings("unchecked") // a service's name stands for its type of state
    public <S> S state(Service<S> service) {
        return (S) states.computeIfAbsent(service.name(), _ -> service.open(storage));
    }
}
