package groundschool.emulator.cloudwatch.alarm;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Services;
import groundschool.emulator.cloudwatch.CloudWatchErrors;
import groundschool.emulator.cloudwatch.Metrics;
import groundschool.emulator.cloudwatch.alarm.AlarmDestination.Change;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// The alarms of one sandbox, in all Regions. They are evaluated once a minute on the sandbox's
/// clock, or every ten seconds if one has a short period; but only as long as something may change:
/// without new data the clock is left alone, so that the sandbox may leave memory.
public final class Alarms {

    private static final int MOST = 500;
    private static final long MINUTE = 60_000;
    private static final long TEN_SECONDS = 10_000;

    private final Storage storage;
    private final Metrics metrics;
    private final StoredMap<String> regions;
    private final AlarmActions actions;

    /// Where the next evaluation is scheduled already.
    private final Set<String> scheduled = ConcurrentHashMap.newKeySet();

    /// @param metrics that they are on
    public Alarms(Storage storage, Metrics metrics) {
        this.storage = storage;
        this.metrics = metrics;
        this.actions = new AlarmActions(storage);
        this.regions = storage.map("cloudwatch/alarm-regions", new JsonFormat<>(String.class));
    }

    public Optional<Alarm> find(String name, String region) {
        return alarms(region).get(Key.of(name));
    }

    /// The alarm of that name.
    ///
    /// @throws AwsException if there is none
    public Alarm named(String name, String region) {
        return find(name, region).orElseThrow(CloudWatchErrors::noAlarm);
    }

    /// All alarms of a Region, by name.
    public List<Alarm> all(String region) {
        return alarms(region).ascending().map(Map.Entry::getValue).toList();
    }

    /// Adds an alarm, or changes what is set about it.
    public void configure(Alarm.Settings settings, Map<String, String> tags, Call call) {
        var before = find(settings.alarmName(), call.region());
        boolean isComposite = settings.alarmRule().isPresent();
        if (before.filter(there -> there.isComposite() != isComposite).isPresent()) {
            throw CloudWatchErrors.validation(
                    "There is an alarm of another type with the name " + settings.alarmName());
        }
        settings.alarmRule()
                .ifPresent(rule ->
                        composites(call.region(), call.account(), call.now())
                                .check(rule, settings.alarmName()));
        var suppressions = suppressions(call.region(), call.services());
        settings.suppressor().ifPresent(suppressions::check);
        if (before.isEmpty() && alarms(call.region()).size() >= MOST) {
            throw CloudWatchErrors.limitExceeded("A sandbox has 500 alarms at most.");
        }
        var alarm =
                before.map(there -> there.configured(settings, call.now()))
                        .orElseGet(() ->
                                new Alarm(
                                        settings,
                                        call.now(),
                                        Alarm.State.initial(call.now()),
                                        tags,
                                        Optional.empty()));
        put(alarm, call.region());
        history(call.region())
                .add(
                        new HistoryItem(
                                alarm.name(),
                                call.now(),
                                "ConfigurationUpdate",
                                "Alarm \"%s\" %s"
                                        .formatted(
                                                alarm.name(),
                                                before.isEmpty() ? "created" : "updated"),
                                json(
                                        Map.of(
                                                "version",
                                                "1.0",
                                                "type",
                                                before.isEmpty() ? "Create" : "Update"))));
        if (isComposite) {
            suppressions.configured(alarm);
            act(
                    composites(call.region(), call.account(), call.now())
                            .put(named(alarm.name(), call.region()), before.isEmpty()),
                    call);
        }
        watch(call.region(), call.services());
    }

    /// Those of a Region that are on other alarms.
    public Composites composites(String region, String account, Instant now) {
        return new Composites(this, region, account, now);
    }

    private Suppressions suppressions(String region, Services services) {
        return new Suppressions(storage, this, region, services);
    }

    /// The alarms that do not act while one is in `ALARM`.
    public Stream<Alarm> suppressedBy(String name, Call call) {
        return suppressions(call.region(), call.services()).suppressedBy(name);
    }

    private void act(List<Change> changes, Call call) {
        suppressions(call.region(), call.services())
                .unsuppressed(changes)
                .forEach(each ->
                        call.clock()
                                .schedule(call.now(), () -> actions.act(each, call.services())));
    }

    /// Replaces an alarm's labels or whether it acts.
    public void put(Alarm alarm, String region) {
        alarms(region).put(Key.of(alarm.name()), alarm);
        regions.put(Key.of(region), region);
    }

    public void delete(Alarm alarm, Call call) {
        alarms(call.region()).remove(Key.of(alarm.name()));
    }

    /// Puts an alarm into a state until it is next evaluated.
    public void set(Alarm alarm, String value, String reason, Optional<String> data, Call call) {
        var change = change(alarm, value, reason, data, call.region(), call.account(), call.now());
        change.ifPresent(each ->
                act(composites(call.region(), call.account(), call.now()).after(each), call));
        watch(call.region(), call.services());
    }

    /// What has happened to alarms.
    public AlarmHistory history(String region) {
        return new AlarmHistory(storage, region);
    }

    /// Has alarms be evaluated soon, since something has changed.
    public void watch(String region, Services services) {
        if (!alarms(region).isEmpty()) {
            schedule(region, services);
        }
    }

    /// The same for all Regions, after the state was opened.
    public void wake(Services services) {
        regions.ascending()
                .map(Map.Entry::getValue)
                .forEach(region -> {
                    schedule(region, services);
                    suppressions(region, services).wake();
                });
    }

    private void schedule(String region, Services services) {
        if (!scheduled.add(region)) {
            return;
        }
        boolean isFine =
                all(region).stream().anyMatch(alarm -> alarm.settings().periodSeconds() < 60);
        long step = isFine ? TEN_SECONDS : MINUTE;
        long now = services.clock().now().toEpochMilli();
        var next = Instant.ofEpochMilli(now - Math.floorMod(now, step) + step);
        services.clock().schedule(next, () -> evaluate(region, services, next));
    }

    private void evaluate(String region, Services services, Instant now) {
        scheduled.remove(region);
        var changes = new ArrayList<Change>();
        boolean goOn =
                storage.transition(() -> {
                    boolean isOpen = false;
                    for (var alarm : all(region)) {
                        if (alarm.isComposite()) {
                            continue;
                        }
                        var found = Evaluation.of(alarm, metrics, region, now);
                        isOpen |= found.hasData();
                        found.state()
                                .filter(each -> !each.value().equals(alarm.state().value()))
                                .flatMap(each ->
                                        change(
                                                alarm,
                                                each.value(),
                                                each.reason(),
                                                Optional.of(each.data()),
                                                region,
                                                services.account(),
                                                now))
                                .map(composites(region, services.account(), now)::after)
                                .map(suppressions(region, services)::unsuppressed)
                                .ifPresent(changes::addAll);
                    }
                    return isOpen;
                });
        if (goOn) {
            schedule(region, services);
        }
        changes.forEach(change -> actions.act(change, services));
    }

    /// What an alarm would be at a time.
    ///
    /// @return `OK`, `ALARM` or `INSUFFICIENT_DATA`
    public String evaluated(String name, String region, Instant now) {
        var alarm = named(name, region);
        if (alarm.isComposite()) {
            return alarm.state().value();
        }
        return Evaluation.of(alarm, metrics, region, now)
                .state()
                .map(Evaluation.Found::value)
                .orElse(alarm.state().value());
    }

    /// Puts an alarm into a state.
    ///
    /// @return nothing if it was in that state before
    Optional<Change> change(
            Alarm alarm,
            String value,
            String reason,
            Optional<String> data,
            String region,
            String account,
            Instant now) {
        var before = alarm.state();
        boolean isOther = !before.value().equals(value);
        var after =
                alarm.in(
                        new Alarm.State(
                                value, reason, data, now, isOther ? now : before.transitionedAt()));
        put(after, region);
        if (!isOther) {
            return Optional.empty();
        }
        history(region)
                .add(
                        new HistoryItem(
                                alarm.name(),
                                now,
                                "StateUpdate",
                                "Alarm updated from %s to %s".formatted(before.value(), value),
                                json(
                                        Map.of(
                                                "version",
                                                "1.0",
                                                "oldState",
                                                told(before),
                                                "newState",
                                                told(after.state())))));
        return Optional.of(
                new Change(
                        after,
                        arn(alarm.name(), region, account),
                        before,
                        region,
                        Optional.empty()));
    }

    public static String arn(String name, String region, String account) {
        return "arn:aws:cloudwatch:" + region + ":" + account + ":alarm:" + name;
    }

    private static Map<String, Object> told(Alarm.State state) {
        var told = new LinkedHashMap<String, Object>();
        told.put("stateValue", state.value());
        told.put("stateReason", state.reason());
        state.data()
                .filter(text -> text.startsWith("{"))
                .ifPresent(text -> told.put("stateReasonData", JsonMapper.shared().readTree(text)));
        return told;
    }

    static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private StoredMap<Alarm> alarms(String region) {
        return storage.map("cloudwatch/" + region + "/alarms", new JsonFormat<>(Alarm.class));
    }
}
