package groundschool.emulator.cloudwatch.alarm;

import groundschool.emulator.cloudwatch.CloudWatchErrors;
import groundschool.emulator.cloudwatch.alarm.AlarmDestination.Change;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// The composite alarms of a Region at a moment, each of which follows the states of others: as
/// soon as one of those changes, not once a minute.
///
/// Source: [Combining
/// alarms](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-combining.html)
public record Composites(Alarms alarms, String region, String account, Instant now) {

    private static final int MOST_ALARMS = 100;

    /// Composite alarms may depend on each other in a circle; then no more of them change at once.
    private static final int MOST_CHANGES = 200;

    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("EEEE dd MMMM, uuuu HH:mm:ss 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

    /// @throws groundschool.emulator.AwsException if it is no rule, or names what is not there
    void check(String rule, String name) {
        Set<String> named;
        try {
            named = names(AlarmRule.of(rule));
        } catch (AlarmRuleException wrong) {
            throw CloudWatchErrors.validation(
                    Optional.ofNullable(wrong.getMessage()).orElse("Invalid AlarmRule"));
        }
        if (named.size() > MOST_ALARMS) {
            throw CloudWatchErrors.validation(
                    "An AlarmRule names %d alarms at most.".formatted(MOST_ALARMS));
        }
        var missing =
                named.stream()
                        .filter(each -> !each.equals(name) && alarms.find(each, region).isEmpty())
                        .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw CloudWatchErrors.validation(
                    "Could not save the composite alarm as alarms [%s] in the alarm rule do not exist"
                            .formatted(missing));
        }
    }

    /// The names of the alarms that a rule is about.
    private Set<String> names(AlarmRule rule) {
        return rule.alarms().map(this::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private String name(String said) {
        var prefix = Alarms.arn("", region, account);
        return said.startsWith(prefix) ? said.substring(prefix.length()) : said;
    }

    /// The alarms that a composite one depends on.
    public Stream<Alarm> children(Alarm composite) {
        return composite.settings().alarmRule().map(AlarmRule::of).stream()
                .flatMap(rule -> names(rule).stream())
                .flatMap(name -> alarms.find(name, region).stream());
    }

    /// The composite alarms that depend on one.
    public Stream<Alarm> parents(String name) {
        return alarms.all(region).stream()
                .filter(each ->
                        each.settings()
                                .alarmRule()
                                .filter(rule -> names(AlarmRule.of(rule)).contains(name))
                                .isPresent());
    }

    /// What changes after a change of another alarm, that change first.
    List<Change> after(Change first) {
        var all = new ArrayList<Change>();
        var open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty() && all.size() < MOST_CHANGES) {
            var change = open.removeFirst();
            all.add(change);
            var reason =
                    "%s transitioned to %s at %s"
                            .formatted(
                                    change.alarmArn(),
                                    change.alarm().state().value(),
                                    WORDS.format(now));
            parents(change.alarm().name())
                    .toList()
                    .forEach(parent ->
                            evaluate(parent, reason, Stream.of(change.alarm()))
                                    .ifPresent(open::add));
        }
        return all;
    }

    /// What changes since a composite alarm was put.
    ///
    /// @param isNew whether there was none before
    List<Change> put(Alarm composite, boolean isNew) {
        var reason =
                "%s was %s and its alarm rule evaluates to %s"
                        .formatted(
                                Alarms.arn(composite.name(), region, account),
                                isNew ? "created" : "updated",
                                value(composite));
        return evaluate(composite, reason, children(composite)).stream()
                .flatMap(change -> after(change).stream())
                .toList();
    }

    private String value(Alarm composite) {
        boolean holds =
                composite
                        .settings()
                        .alarmRule()
                        .map(AlarmRule::of)
                        .filter(rule ->
                                rule.holds(said ->
                                        alarms.find(name(said), region)
                                                .map(each -> each.state().value())
                                                .orElse("INSUFFICIENT_DATA")))
                        .isPresent();
        return holds ? "ALARM" : "OK";
    }

    private Optional<Change> evaluate(Alarm composite, String reason, Stream<Alarm> triggers) {
        var value = value(composite);
        if (value.equals(composite.state().value())) {
            return Optional.empty();
        }
        var told =
                triggers.map(alarm ->
                                Map.of(
                                        "arn",
                                        Alarms.arn(alarm.name(), region, account),
                                        "state",
                                        Map.of(
                                                "value",
                                                alarm.state().value(),
                                                "timestamp",
                                                TIME.format(alarm.state().transitionedAt()))))
                        .toList();
        var data = JsonMapper.shared().writeValueAsString(Map.of("triggeringAlarms", told));
        return alarms.change(composite, value, reason, Optional.of(data), region, account, now);
    }
}
