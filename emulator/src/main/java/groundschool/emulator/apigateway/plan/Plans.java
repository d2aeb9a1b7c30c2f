package groundschool.emulator.apigateway.plan;

import groundschool.emulator.apigateway.Gateway;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.Shelf;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The keys and usage plans of one Region.
///
/// Source: [Usage
/// plans](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html)
public record Plans(
        Shelf<ApiKey> keyShelf,
        Shelf<Gateway.Text> values,
        Shelf<UsagePlan> planShelf,
        Shelf<UsagePlanKey> planKeys,
        Shelf<DayUsage> usage,
        String region) {

    /// The newest first.
    public List<ApiKey> keys() {
        return keyShelf.below(region)
                .sorted(
                        Comparator.comparing(ApiKey::createdDate)
                                .thenComparing(ApiKey::id)
                                .reversed())
                .toList();
    }

    public ApiKey key(String id) {
        return findKey(id)
                .orElseThrow(() -> GatewayErrors.notFound("Invalid API Key identifier specified"));
    }

    public Optional<ApiKey> findKey(String id) {
        return keyShelf.get(region, id);
    }

    /// The key of that value.
    public Optional<ApiKey> byValue(String value) {
        return values.get(region, value).map(Gateway.Text::text).flatMap(this::findKey);
    }

    public void put(ApiKey key) {
        keyShelf.put(key, region, key.id());
        key.value().ifPresent(value -> values.put(new Gateway.Text(key.id()), region, value));
    }

    public void remove(ApiKey key) {
        keyShelf.remove(region, key.id());
        key.value().ifPresent(value -> values.remove(region, value));
        plans().forEach(plan -> planKeys.remove(region, plan.id(), key.id()));
    }

    public List<UsagePlan> plans() {
        return planShelf.below(region).toList();
    }

    public UsagePlan plan(String id) {
        return planShelf
                .get(region, id)
                .orElseThrow(() -> GatewayErrors.notFound("Invalid Usage Plan ID specified"));
    }

    public boolean hasPlan(String id) {
        return planShelf.get(region, id).isPresent();
    }

    public void put(UsagePlan plan) {
        planShelf.put(plan, region, plan.id());
    }

    public void remove(UsagePlan plan) {
        planShelf.remove(region, plan.id());
        planKeys.clear(region, plan.id());
        usage.clear(region, plan.id());
    }

    /// The keys of a plan.
    public List<UsagePlanKey> keysOf(String plan) {
        return planKeys.below(region, plan).toList();
    }

    public Optional<UsagePlanKey> keyOf(String plan, String key) {
        return planKeys.get(region, plan, key);
    }

    public void put(String plan, UsagePlanKey key) {
        planKeys.put(key, region, plan, key.id());
    }

    public void removeKey(String plan, String key) {
        planKeys.remove(region, plan, key);
    }

    /// The plan by which a key is metered at a stage.
    public Optional<UsagePlan> planOf(String key, String api, String stage) {
        return plans().stream()
                .filter(plan -> plan.stage(api, stage).isPresent())
                .filter(plan -> keyOf(plan.id(), key).isPresent())
                .findFirst();
    }

    /// What a key has used of a plan, by day.
    public List<DayUsage> usage(String plan, String key) {
        return usage.below(region, plan, key).toList();
    }

    /// How many requests are left to a key on a day; absent if the plan sets no quota.
    public Optional<Long> left(UsagePlan plan, String key, LocalDate day) {
        return plan.quota()
                .map(quota -> {
                    var begin = quota.begin(day).toString();
                    var days =
                            usage(plan.id(), key).stream()
                                    .filter(each -> each.day().compareTo(begin) >= 0)
                                    .filter(each -> each.day().compareTo(day.toString()) <= 0)
                                    .toList();
                    long used = days.stream().mapToLong(DayUsage::used).sum();
                    long granted = days.stream().mapToLong(DayUsage::granted).sum();
                    return quota.limit().orElse(0) + granted - used;
                });
    }

    /// Counts one request.
    public void count(String plan, String key, LocalDate day) {
        var before = of(plan, key, day);
        usage.put(
                new DayUsage(before.day(), before.used() + 1, before.granted()),
                region,
                plan,
                key,
                before.day());
    }

    /// Lets a key have more, or less, for the rest of the period.
    public void grant(String plan, String key, LocalDate day, long more) {
        var before = of(plan, key, day);
        usage.put(
                new DayUsage(before.day(), before.used(), before.granted() + more),
                region,
                plan,
                key,
                before.day());
    }

    private DayUsage of(String plan, String key, LocalDate day) {
        return usage.get(region, plan, key, day.toString())
                .orElse(new DayUsage(day.toString(), 0, 0));
    }
}
