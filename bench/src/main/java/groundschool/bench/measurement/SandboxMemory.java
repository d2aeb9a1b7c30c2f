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
/// for the disk, and of 400, all of which are still there.
public final class SandboxMemory implements Measurement {

    private static final int MANY = 10_000;
    private static final int AWAKE = 400;
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
                                new Quantity("heap per sandbox, of 400", Unit.KILOBYTES, BAR)),
                        () -> List.of(perSandbox(MANY, plan), perSandbox(AWAKE, plan)),
                        () -> List.of(perKey(MANY), perKey(AWAKE)))
                .run(plan, progress);
    }

    private static double perSandbox(int count, Plan plan) throws Exception {
        try (var emulator = new Emulator(Sandboxes.at(plan.freshFolder(), Durability.WRITE))) {
            // What is there only once is not counted.
            open(emulator);
            long before = heapBytes();
            for (int i = 0; i < count; i++) {
                open(emulator);
            }
            return (heapBytes() - before) / 1000.0 / count;
        }
    }

    private static void open(Emulator emulator) {
        var key = emulator.sandboxes().create("111122223333");
        SandboxOpening.perform(emulator, key, "CreateTable", Flights.createTable());
    }

    private static double perKey(int count) {
        var keys = new HashMap<String, String>();
        long before = heapBytes();
        for (int i = 0; i < count; i++) {
            keys.put("AKIA%016d".formatted(i), "%040d".formatted(i));
        }
        double kilobytes = (heapBytes() - before) / 1000.0 / keys.size();
        keys.clear();
        return kilobytes;
    }

    @SuppressWarnings("SystemGC") // what is no longer used must not be counted
    private static long heapBytes() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
