package groundschool.emulator.cognito.logging;

import groundschool.emulator.AwsException;
import groundschool.emulator.Principal;
import groundschool.emulator.Services;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.operation.PutLogEvents;
import groundschool.emulator.s3.operation.PutObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Sends what happens in pools to log groups and buckets, at once. What cannot be sent is lost:
/// "delivery of logs is best effort".
///
/// Unlike AWS, which collects, each event comes to a bucket as an object of its own.
///
/// Source: [Exporting logs from Amazon Cognito user
/// pools](https://docs.aws.amazon.com/cognito/latest/developerguide/exporting-quotas-and-usage.html)
public final class LogExport {

    private static final Logger LOG = LoggerFactory.getLogger(LogExport.class);
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuu/MM/dd/HH", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private LogExport() {}

    /// Lets logs be written where they are to go.
    ///
    /// @param owner who sets that up
    /// @throws AwsException if that cannot be
    public static void prepare(
            List<LogConfiguration> all, Pool pool, Principal owner, Services services) {
        var account = services.account();
        var permission =
                new LogPermission(
                        services.as(owner, pool.region()),
                        services.as(LogPermission.deliverer(pool, account), pool.region()),
                        pool,
                        account);
        for (var each : all) {
            each.group().ifPresent(permission::toGroup);
            each.bucket().ifPresent(permission::toBucket);
        }
    }

    /// Says why something could not be delivered to somebody.
    public static void undelivered(Visit visit, String why) {
        send(visit, LogConfiguration.NOTIFICATIONS, Map.of("details", why));
    }

    /// Says what somebody did.
    ///
    /// @param event its members, by name
    public static void did(Visit visit, Map<String, Object> event) {
        send(visit, LogConfiguration.EVENTS, event);
    }

    private static void send(Visit visit, String source, Map<String, Object> message) {
        visit.change(pools -> new LogConfigurations(visit.pool(), pools).of(source))
                .ifPresent(where -> send(visit, where, line(visit, where, message)));
    }

    private static String line(Visit visit, LogConfiguration where, Map<String, Object> message) {
        var line = new LinkedHashMap<String, Object>();
        line.put("eventTimestamp", Long.toString(visit.now().toEpochMilli()));
        line.put(
                "eventSource",
                where.eventSource().equals(LogConfiguration.EVENTS)
                        ? "USER_AUTH_EVENTS"
                        : "USER_NOTIFICATION");
        line.put("logLevel", where.logLevel());
        line.put("message", message);
        line.put("logSourceId", Map.of("userPoolId", visit.pool().id()));
        return JsonMapper.shared().writeValueAsString(line);
    }

    private static void send(Visit visit, LogConfiguration where, String line) {
        var services = visit.call().services();
        var pool = visit.pool();
        var delivery =
                services.as(LogPermission.deliverer(pool, services.account()), pool.region());
        try {
            where.group()
                    .ifPresent(arn ->
                            delivery.run(
                                    PutLogEvents.of(
                                            LogArns.groupName(arn),
                                            pool.id(),
                                            List.of(
                                                    new PutLogEvents.InputLogEvent(
                                                            visit.now().toEpochMilli(), line)))));
            where.bucket()
                    .ifPresent(arn ->
                            delivery.run(
                                    PutObject.of(
                                            line.getBytes(StandardCharsets.UTF_8),
                                            LogPermission.bucketName(arn),
                                            key(pool, services.account(), visit.now()),
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.empty())));
        } catch (AwsException refusal) {
            LOG.debug("A log of {} is lost: {}", pool.id(), refusal.message());
        }
    }

    private static String key(Pool pool, String account, Instant now) {
        return "AWSLogs/%s/cognito-idp/%s/%s/%s/%s.json"
                .formatted(account, pool.region(), pool.id(), HOUR.format(now), UUID.randomUUID());
    }
}
