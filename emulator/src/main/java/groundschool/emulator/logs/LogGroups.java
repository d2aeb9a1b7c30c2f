package groundschool.emulator.logs;

import groundschool.emulator.Call;
import groundschool.emulator.logs.tail.LiveTails;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The log groups of one sandbox, in all Regions.
///
/// Unlike AWS, a sandbox keeps 64 MB of events at most: what is written beyond that takes the place
/// of the oldest events of the same group.
public final class LogGroups {

    /// How much a sandbox keeps of events, counted as PutLogEvents does.
    public static final long KEPT_BYTES = 64L * 1024 * 1024;

    /// "You can have up to 1,000,000 log groups per Region per account"; this is for one sandbox.
    private static final int MOST_GROUPS = 5_000;

    private static final Key LAST_ID = Key.of("last-id");
    private static final Key BYTES = Key.of("bytes");

    private final Storage storage;
    private final LiveTails.Tailed tails;
    private final StoredMap<Long> counters;

    LogGroups(Storage storage, LiveTails.Tailed tails) {
        this.storage = storage;
        this.tails = tails;
        this.counters = storage.map("logs/counters", new JsonFormat<>(Long.class));
    }

    /// The group of that name, or that ARN, if there is one.
    public Optional<LogGroup> find(String nameOrArn, Call call) {
        return groups(call).get(Key.of(LogArns.groupName(nameOrArn)));
    }

    /// The group of that name, or that ARN.
    ///
    /// @throws groundschool.emulator.AwsException if there is none
    public LogGroup named(String nameOrArn, Call call) {
        return find(nameOrArn, call).orElseThrow(LogsErrors::groupNotFound);
    }

    /// All groups of the call's Region, by name.
    public List<LogGroup> all(Call call) {
        return groups(call).ascending().map(Map.Entry::getValue).toList();
    }

    /// Adds a group.
    ///
    /// @throws groundschool.emulator.AwsException if there is one of that name
    public void create(
            String name,
            String logGroupClass,
            boolean isProtected,
            Map<String, String> tags,
            Call call) {
        var groups = groups(call);
        if (groups.get(Key.of(name)).isPresent()) {
            throw LogsErrors.groupExists();
        }
        if (groups.size() >= MOST_GROUPS) {
            throw LogsErrors.limitExceeded();
        }
        groups.put(
                Key.of(name),
                new LogGroup(
                        name,
                        nextId(),
                        call.now().toEpochMilli(),
                        logGroupClass,
                        Optional.empty(),
                        isProtected,
                        tags));
    }

    /// Keeps events for so many days, or for good.
    public void retain(LogGroup group, Optional<Integer> days, Call call) {
        put(group.retaining(days), call);
    }

    /// Replaces all labels.
    public void tag(LogGroup group, Map<String, String> tags, Call call) {
        put(group.tagged(tags), call);
    }

    /// Has a group not be deleted, or be again.
    public void protect(LogGroup group, boolean wanted, Call call) {
        put(group.withProtection(wanted), call);
    }

    /// Deletes a group with all that is in it.
    public void delete(LogGroup group, Call call) {
        streams(group, call).all().forEach(stream -> streams(group, call).delete(stream));
        filters(group, call).deleteAll();
        groups(call).remove(Key.of(group.name()));
    }

    /// Who listens.
    public LiveTails.Tailed tails() {
        return tails;
    }

    /// What is done with events that are written to a group.
    public GroupFilters filters(LogGroup group, Call call) {
        return new GroupFilters(group, storage, call);
    }

    /// The queries of the call's Region.
    public Queries queries(Call call) {
        return new Queries(storage, this, call);
    }

    /// The resource policies of a Region.
    public LogPolicies policies(String region) {
        return new LogPolicies(region, storage);
    }

    /// The streams of a group.
    public LogStreams streams(LogGroup group, Call call) {
        return new LogStreams(group, this, storage, call);
    }

    long nextId() {
        long id = counters.get(LAST_ID).orElse(0L) + 1;
        counters.put(LAST_ID, id);
        return id;
    }

    /// How much is kept in all groups.
    long storedBytes() {
        return counters.get(BYTES).orElse(0L);
    }

    void addBytes(long more) {
        counters.put(BYTES, Math.max(0, storedBytes() + more));
    }

    private void put(LogGroup group, Call call) {
        groups(call).put(Key.of(group.name()), group);
    }

    private StoredMap<LogGroup> groups(Call call) {
        return storage.map("logs/" + call.region() + "/groups", new JsonFormat<>(LogGroup.class));
    }
}
