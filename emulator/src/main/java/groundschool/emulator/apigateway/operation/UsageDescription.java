package groundschool.emulator.apigateway.operation;

import groundschool.emulator.apigateway.plan.DayUsage;
import groundschool.emulator.apigateway.plan.Plans;
import groundschool.emulator.apigateway.plan.UsagePlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What keys have used of a plan, and what was left to them, by day.
///
/// @param items by the id of the key: for each day, how many requests came and how many were left
public record UsageDescription(
        String usagePlanId, String startDate, String endDate, Map<String, List<List<Long>>> items) {

    static UsageDescription of(
            UsagePlan plan, Optional<String> key, LocalDate first, LocalDate last, Plans plans) {
        var items = new TreeMap<String, List<List<Long>>>();
        for (var each : plans.keysOf(plan.id())) {
            if (key.orElse(each.id()).equals(each.id())) {
                items.put(
                        each.id(),
                        Days.between(first, last).stream()
                                .map(day -> day(plan, each.id(), day, plans))
                                .toList());
            }
        }
        return new UsageDescription(plan.id(), first.toString(), last.toString(), items);
    }

    private static List<Long> day(UsagePlan plan, String key, LocalDate day, Plans plans) {
        long used =
                plans.usage(plan.id(), key).stream()
                        .filter(each -> each.day().equals(day.toString()))
                        .mapToLong(DayUsage::used)
                        .sum();
        return List.of(used, Math.max(0, plans.left(plan, key, day).orElse(0L)));
    }
}
