package groundschool.emulator.logs;

import groundschool.emulator.Call;
import groundschool.emulator.cloudwatch.Metrics;
import groundschool.emulator.logs.LogEvent.Position;
import groundschool.emulator.logs.SubscriptionDestination.Delivery;
import groundschool.emulator.logs.pattern.FilterPattern;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is done with the events that are written to one group: its metric filters, its subscription
/// filters, and the metrics that events in embedded metric format carry.
public final class GroupFilters {

    private static final int MOST_METRIC_FILTERS = 100;
    private static final int MOST_SUBSCRIPTIONS = 2;

    private final LogGroup group;
    private final Call call;
    private final Storage storage;
    private final StoredMap<MetricFilter> metrics;
    private final StoredMap<SubscriptionFilter> subscriptions;

    GroupFilters(LogGroup group, Storage storage, Call call) {
        this.group = group;
        this.call = call;
        this.storage = storage;
        this.metrics = storage.map(name("metric-filters"), new JsonFormat<>(MetricFilter.class));
        this.subscriptions =
                storage.map(name("subscriptions"), new JsonFormat<>(SubscriptionFilter.class));
    }

    private String name(String kind) {
        return "logs/" + call.region() + "/" + kind + "/" + group.id();
    }

    /// By name.
    public List<MetricFilter> metrics() {
        return metrics.ascending().map(Map.Entry::getValue).toList();
    }

    /// By name.
    public List<SubscriptionFilter> subscriptions() {
        return subscriptions.ascending().map(Map.Entry::getValue).toList();
    }

    /// Adds or replaces a filter.
    ///
    /// @throws groundschool.emulator.AwsException if there are too many
    public void put(MetricFilter filter) {
        var key = Key.of(filter.filterName());
        if (metrics.get(key).isEmpty() && metrics.size() >= MOST_METRIC_FILTERS) {
            throw LogsErrors.limitExceeded();
        }
        metrics.put(key, filter);
    }

    /// Adds or replaces a filter.
    ///
    /// @throws groundschool.emulator.AwsException if there are too many
    public void put(SubscriptionFilter filter) {
        var key = Key.of(filter.filterName());
        if (subscriptions.get(key).isEmpty() && subscriptions.size() >= MOST_SUBSCRIPTIONS) {
            throw LogsErrors.limitExceeded();
        }
        subscriptions.put(key, filter);
    }

    /// @throws groundschool.emulator.AwsException if there is none of that name
    public void deleteMetric(String name) {
        if (metrics.get(Key.of(name)).isEmpty()) {
            throw LogsErrors.filterNotFound("metric");
        }
        metrics.remove(Key.of(name));
    }

    /// @throws groundschool.emulator.AwsException if there is none of that name
    public void deleteSubscription(String name) {
        if (subscriptions.get(Key.of(name)).isEmpty()) {
            throw LogsErrors.filterNotFound("subscription");
        }
        subscriptions.remove(Key.of(name));
    }

    void deleteAll() {
        storage.drop(name("metric-filters"));
        storage.drop(name("subscriptions"));
    }

    /// Does with events what is to be done.
    ///
    /// @param before the stream before they were written
    void apply(String stream, List<LogStreams.Written> written, LogStream before) {
        var values = new ArrayList<Metrics.Given>();
        for (var filter : metrics()) {
            values.addAll(filter.values(written));
        }
        for (var event : written) {
            values.addAll(EmbeddedMetrics.in(event));
        }
        if (!values.isEmpty()) {
            call.services().publish(values, call.region());
        }
        for (var filter : subscriptions()) {
            send(filter, stream, written, before);
        }
    }

    private void send(
            SubscriptionFilter filter,
            String stream,
            List<LogStreams.Written> written,
            LogStream before) {
        var pattern = FilterPattern.of(filter.filterPattern());
        var events = new ArrayList<Delivery.Event>();
        for (int i = 0; i < written.size(); i++) {
            var event = written.get(i);
            if (pattern.matches(event.message())) {
                var at = new Position(event.timestamp(), before.id(), before.written() + i);
                events.add(new Delivery.Event(at.id(), event.timestamp(), event.message()));
            }
        }
        if (events.isEmpty()) {
            return;
        }
        var delivery = new Delivery(call.account(), group.name(), stream, filter, events);
        var services = call.services();
        var region = call.region();
        destination(filter.destinationArn())
                .ifPresent(destination ->
                        call.clock()
                                .schedule(
                                        call.now(),
                                        () -> destination.send(delivery, services, region)));
    }

    /// What an ARN can be sent to by.
    public static Optional<SubscriptionDestination> destination(String arn) {
        return SubscriptionDestination.ALL.stream().filter(each -> each.takes(arn)).findFirst();
    }
}
