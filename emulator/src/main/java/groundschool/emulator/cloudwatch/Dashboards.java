package groundschool.emulator.cloudwatch;

import groundschool.emulator.Call;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The dashboards of one account, which are the same in all Regions.
public final class Dashboards {

    private static final int MOST = 500;

    private final StoredMap<Dashboard> dashboards;

    Dashboards(Storage storage) {
        this.dashboards = storage.map("cloudwatch/dashboards", new JsonFormat<>(Dashboard.class));
    }

    /// @param body JSON, as it was written
    public record Dashboard(String name, String body, Instant lastModified) {

        /// In bytes.
        public int size() {
            return body.getBytes(StandardCharsets.UTF_8).length;
        }

        public String arn(Call call) {
            return Dashboards.arn(name, call);
        }
    }

    public static String arn(String name, Call call) {
        return "arn:aws:cloudwatch::" + call.account() + ":dashboard/" + name;
    }

    public Optional<Dashboard> find(String name) {
        return dashboards.get(Key.of(name));
    }

    public List<Dashboard> all() {
        return dashboards.ascending().map(Map.Entry::getValue).toList();
    }

    public void put(Dashboard dashboard) {
        if (dashboards.size() >= MOST && find(dashboard.name()).isEmpty()) {
            throw CloudWatchErrors.limitExceeded("A sandbox has 500 dashboards at most.");
        }
        dashboards.put(Key.of(dashboard.name()), dashboard);
    }

    public void delete(String name) {
        dashboards.remove(Key.of(name));
    }
}
