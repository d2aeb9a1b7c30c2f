package groundschool.emulator.cognito;

import groundschool.emulator.Call;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.pool.AppClient;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.risk.UserContext;
import groundschool.emulator.cognito.risk.Watch;
import groundschool.emulator.cognito.user.User;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A call to one pool that waits for functions or takes time to compute: what it does to the state
/// it does in transitions of its own.
///
/// @param client absent for an administrator's call
/// @param metadata that the caller passes on to triggers
/// @param device the key of the device that the client says it is; not shown yet
/// @param context where the user is; unknown where the pool does not want to know
/// @param watch what threat protection remembers; absent if it does not watch
public record Visit(
        Turn<UserPools> turn,
        Call call,
        Pool pool,
        Optional<AppClient> client,
        Map<String, String> metadata,
        Optional<String> device,
        UserContext context,
        Optional<Watch> watch) {

    public Visit {
        metadata = Map.copyOf(metadata);
    }

    /// One of somebody who calls directly, and of whom no device is known.
    public Visit(
            Turn<UserPools> turn,
            Call call,
            Pool pool,
            Optional<AppClient> client,
            Map<String, String> metadata) {
        this(
                turn,
                call,
                pool,
                client,
                metadata,
                Optional.empty(),
                pool.settings().userPoolAddOns().isPresent()
                        ? UserContext.of(turn.caller())
                        : UserContext.UNKNOWN,
                Optional.empty());
    }

    /// The same from a device that the client names.
    public Visit on(Optional<String> key) {
        return new Visit(
                turn,
                call,
                pool,
                client,
                metadata,
                key.filter(text -> !text.isEmpty()),
                context,
                watch);
    }

    /// The same of somebody who is elsewhere.
    public Visit from(UserContext other) {
        return new Visit(turn, call, pool, client, metadata, device, other, watch);
    }

    /// The same, watched from now on.
    public Visit watched(Watch by) {
        return new Visit(turn, call, pool, client, metadata, device, context, Optional.of(by));
    }

    /// What a session remembers, and who watches besides.
    public Map<String, String> remembering(Map<String, String> data) {
        var all = new HashMap<>(data);
        watch.ifPresent(each -> all.put("watch", each.text()));
        return all;
    }

    /// An administrator's.
    public static Visit toPool(
            String poolId,
            Optional<Map<String, String>> metadata,
            Turn<UserPools> turn,
            Call call) {
        var pool = turn.transition(pools -> pools.pool(poolId, call));
        return new Visit(turn, call, pool, Optional.empty(), metadata.orElse(Map.of()))
                .from(UserContext.UNKNOWN);
    }

    /// Anybody's, by a client.
    public static Visit byClient(
            String clientId,
            Optional<Map<String, String>> metadata,
            Turn<UserPools> turn,
            Call call) {
        return turn.transition(pools -> {
            var client = pools.client(clientId);
            return new Visit(
                    turn,
                    call,
                    pools.pool(client.userPoolId()),
                    Optional.of(client),
                    metadata.orElse(Map.of()));
        });
    }

    /// An administrator's who names a client.
    public static Visit toPool(
            String poolId,
            String clientId,
            Optional<Map<String, String>> metadata,
            Turn<UserPools> turn,
            Call call) {
        return turn.transition(pools -> {
            var pool = pools.pool(poolId, call);
            return new Visit(
                            turn,
                            call,
                            pool,
                            Optional.of(pools.client(pool, clientId)),
                            metadata.orElse(Map.of()))
                    .from(UserContext.UNKNOWN);
        });
    }

    /// Reads or changes the state, in one transition.
    public <R> R change(Function<UserPools, R> body) {
        return turn.transition(body);
    }

    public Instant now() {
        return call.now();
    }

    /// What triggers are told of the client.
    public String clientId() {
        return client.map(AppClient::id).orElse("CLIENT_ID_NOT_APPLICABLE");
    }

    /// The client, for what cannot be without.
    public AppClient application() {
        return client.orElseThrow();
    }

    /// Somebody of the pool.
    public Optional<User> user(String name) {
        return change(pools -> pools.users(pool).find(name));
    }

    /// Keeps somebody.
    public User put(User user) {
        return change(pools -> {
            pools.users(pool).put(user);
            return user;
        });
    }
}
