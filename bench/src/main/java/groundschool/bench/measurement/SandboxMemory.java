package groundschool.bench.measurement;

import groundschool.bench.Bar;
import groundschool.bench.Comparison;
import groundschool.bench.Figure;
import groundschool.bench.Measurement;
import groundschool.bench.Plan;
import groundschool.bench.Progress;
import groundschool.bench.Quantity;
import groundschool.bench.Unit;
import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.Durability;
import groundschool.emulator.sandbox.Sandboxes;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;

/// What the heap holds for each sandbox that nobody uses: of 10,000, most of which have left memory
/// for the disk, and of 400 with 100 items each, all of which are still there.
public final class SandboxMemory implements Measurement {

    private static final int MANY = 10_000;
    private static final int AWAKE = 400;
    private static final int ITEMS = 100;
    private static final Bar BAR = Bar.below(100, Unit.KILOBYTES);

    @Override
    public String name() {
        return "sandbox-memory";
    }

    @Override
    public List<Figure> measure(Plan plan, Progress progress) throws Exception {
        return new Comparison(
                        "key in a map",
                        List.of(
                                new Quantity("heap per sandbox, of 10,000", Unit.KILOBYTES, BAR),
                                Quantity.of("heap per sandbox in use, of 400", Unit.KILOBYTES)),
                        () -> List.of(perSandbox(MANY, 0, plan), perSandbox(AWAKE, ITEMS, plan)),
                        () -> List.of(perKey(), perKey()))
                .run(plan, progress);
    }

    private static double perSandbox(int count, int items, Plan plan) throws Exception {
        try (var emulator = new Emulator(Sandboxes.at(plan.freshFolder(), Durability.WRITE))) {
            // What is there only once is not counted.
            open(emulator, items);
            long before = heapBytes();
            for (int i = 0; i < count; i++) {
                open(emulator, items);
            }
            return (heapBytes() - before) / 1000.0 / count;
        }
    }

    private static void open(Emulator emulator, int items) {
        var key = emulator.sandboxes().create("111122223333");
        SandboxOpening.perform(emulator, key, "CreateTable", Flights.createTable());
        for (int item = 0; item < items; item++) {
            SandboxOpening.perform(emulator, key, "PutItem", Flights.put(item));
        }
    }

    private static double perKey() {
        var keys = new HashMap<String, String>();
        long before = heapBytes();
        for (int i = 0; i < MANY; i++) {
            keys.put("AKIA%016d".formatted(i), "%040d".formatted(i));
        }
        double kilobytes = (heapBytes() - before) / 1000.0 / keys.size();
        keys.clear();
        return kilobytes;
    }

    @SuppressWarnings("SystemGC") // what is no longer used must not be counted
    private static long heapBytes() {
        long used = Long.MAX_VALUE;
        long before;
        do {
            before = used;
            System.gc();
            used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        } while (used < before);
        return used;
    }
}
