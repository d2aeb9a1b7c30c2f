package groundschool.emulator.s3.event;

import groundschool.emulator.AwsException;
import groundschool.emulator.s3.S3Errors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Whom a bucket tells of what.
///
/// Source: [Event notification types and
/// destinations](https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html)
public record NotificationConfiguration(
        Optional<List<Topic>> topicConfigurations,
        Optional<List<Queue>> queueConfigurations,
        Optional<List<Function>> lambdaFunctionConfigurations,
        Optional<Object> eventBridgeConfiguration) {

    /// Nobody of nothing.
    public static final NotificationConfiguration NONE =
            new NotificationConfiguration(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public record Topic(
            Optional<String> id, String topicArn, List<String> events, Optional<Filter> filter) {}

    public record Queue(
            Optional<String> id, String queueArn, List<String> events, Optional<Filter> filter) {}

    public record Function(
            Optional<String> id,
            String lambdaFunctionArn,
            List<String> events,
            Optional<Filter> filter) {}

    /// Which keys are meant.
    public record Filter(Optional<KeyFilter> key) {}

    public record KeyFilter(Optional<List<Rule>> filterRules) {}

    /// @param name `prefix` or `suffix`, in any case
    public record Rule(Optional<String> name, Optional<String> value) {}

    /// One of all whom the bucket tells.
    ///
    /// @param element by which errors call its kind
    public record Target(
            String id, String arn, String element, List<String> events, Optional<Filter> filter) {

        /// Whether it is to be told.
        ///
        /// @param event such as `ObjectCreated:Put`
        boolean wants(String event, String key) {
            return events.stream().anyMatch(each -> means(each, event))
                    && key.startsWith(rule("prefix"))
                    && key.endsWith(rule("suffix"));
        }

        private static boolean means(String pattern, String event) {
            var named = "s3:" + event;
            return pattern.endsWith("*")
                    ? named.startsWith(pattern.substring(0, pattern.length() - 1))
                    : named.equals(pattern);
        }

        String rule(String name) {
            return filter
                    .flatMap(Filter::key)
                    .flatMap(KeyFilter::filterRules)
                    .orElse(List.of())
                    .stream()
                    .filter(rule -> rule.name().orElse("").toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .flatMap(Rule::value)
                    .orElse("");
        }

        /// Whether something could happen that both are to be told.
        boolean overlaps(Target other) {
            boolean events =
                    events().stream()
                            .anyMatch(one ->
                                    other.events().stream()
                                            .anyMatch(two ->
                                                    one.equals(two)
                                                            || covers(one, two)
                                                            || covers(two, one)));
            return events
                    && (rule("prefix").startsWith(other.rule("prefix"))
                            || other.rule("prefix").startsWith(rule("prefix")))
                    && (rule("suffix").endsWith(other.rule("suffix"))
                            || other.rule("suffix").endsWith(rule("suffix")));
        }

        private static boolean covers(String pattern, String event) {
            return pattern.endsWith("*")
                    && event.startsWith(pattern.substring(0, pattern.length() - 1));
        }
    }

    /// All whom the bucket tells.
    public List<Target> targets() {
        var targets = new ArrayList<Target>();
        topicConfigurations
                .orElse(List.of())
                .forEach(each ->
                        targets.add(
                                new Target(
                                        each.id().orElse(""),
                                        each.topicArn(),
                                        "Topic",
                                        each.events(),
                                        each.filter())));
        queueConfigurations
                .orElse(List.of())
                .forEach(each ->
                        targets.add(
                                new Target(
                                        each.id().orElse(""),
                                        each.queueArn(),
                                        "Queue",
                                        each.events(),
                                        each.filter())));
        lambdaFunctionConfigurations
                .orElse(List.of())
                .forEach(each ->
                        targets.add(
                                new Target(
                                        each.id().orElse(""),
                                        each.lambdaFunctionArn(),
                                        "CloudFunction",
                                        each.events(),
                                        each.filter())));
        return targets;
    }

    /// Holds it against the rules that need no look at its targets.
    ///
    /// @throws AwsException if it breaks one
    public void check() {
        if (eventBridgeConfiguration.isPresent()) {
            throw S3Errors.notYet("notifications to EventBridge");
        }
        var all = targets();
        for (int i = 0; i < all.size(); i++) {
            checkFilter(all.get(i));
            for (int j = i + 1; j < all.size(); j++) {
                if (all.get(i).overlaps(all.get(j))) {
                    throw new AwsException(
                            400,
                            "InvalidArgument",
                            "Configurations overlap. Configurations on the same bucket cannot share a common event type.");
                }
            }
        }
    }

    private static void checkFilter(Target target) {
        for (var rule :
                target.filter()
                        .flatMap(Filter::key)
                        .flatMap(KeyFilter::filterRules)
                        .orElse(List.of())) {
            if (rule.name().isEmpty() || rule.value().isEmpty()) {
                throw S3Errors.malformedXml();
            }
            var name = rule.name().get();
            if (!name.equalsIgnoreCase("prefix") && !name.equalsIgnoreCase("suffix")) {
                throw S3Errors.invalidArgument(
                        "filter rule name must be either prefix or suffix",
                        "FilterRule.Name",
                        name);
            }
        }
    }

    /// The same, with ids for those that have none.
    ///
    /// @param ids makes one
    public NotificationConfiguration identified(Supplier<String> ids) {
        return new NotificationConfiguration(
                topicConfigurations,
                queueConfigurations,
                lambdaFunctionConfigurations.map(all ->
                        all.stream()
                                .map(each ->
                                        new Function(
                                                Optional.of(each.id().orElseGet(ids)),
                                                each.lambdaFunctionArn(),
                                                each.events(),
                                                each.filter()))
                                .toList()),
                eventBridgeConfiguration);
    }
}
