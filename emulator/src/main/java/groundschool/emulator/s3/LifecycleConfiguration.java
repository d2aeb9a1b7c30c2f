package groundschool.emulator.s3;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What becomes of objects by themselves.
///
/// Source: [Lifecycle configuration
/// elements](https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html)
public record LifecycleConfiguration(List<Rule> rules) {

    public LifecycleConfiguration {
        rules = List.copyOf(rules);
    }

    /// @param prefix the older form of the filter
    public record Rule(
            Optional<Expiration> expiration,
            Optional<String> id,
            Optional<String> prefix,
            Optional<Filter> filter,
            String status,
            Optional<List<Transition>> transitions,
            Optional<List<NoncurrentTransition>> noncurrentVersionTransitions,
            Optional<NoncurrentExpiration> noncurrentVersionExpiration,
            Optional<Abort> abortIncompleteMultipartUpload) {

        boolean isEnabled() {
            return status.equals("Enabled");
        }

        /// Whether it is about an object.
        boolean means(ObjectVersion object) {
            return object.key().startsWith(prefix.orElse(""))
                    && filter.map(each -> each.means(object)).orElse(true);
        }

        /// Whether it speaks of sizes.
        boolean saysSize() {
            return filter.filter(each ->
                            each.objectSizeGreaterThan().isPresent()
                                    || each.objectSizeLessThan().isPresent()
                                    || each.and()
                                            .filter(and ->
                                                    and.objectSizeGreaterThan().isPresent()
                                                            || and.objectSizeLessThan().isPresent())
                                            .isPresent())
                    .isPresent();
        }

        /// Whether it is about an upload that is under way.
        boolean means(String key) {
            return key.startsWith(prefix.orElse(""))
                    && filter.map(each -> key.startsWith(each.anyPrefix())).orElse(true);
        }
    }

    public record Filter(
            Optional<String> prefix,
            Optional<Tag> tag,
            Optional<Long> objectSizeGreaterThan,
            Optional<Long> objectSizeLessThan,
            Optional<And> and) {

        String anyPrefix() {
            return prefix.or(() -> and.flatMap(And::prefix)).orElse("");
        }

        boolean means(ObjectVersion object) {
            return object.key().startsWith(anyPrefix())
                    && tag.map(object.tags()::contains).orElse(true)
                    && objectSizeGreaterThan.map(size -> object.sizeBytes() > size).orElse(true)
                    && objectSizeLessThan.map(size -> object.sizeBytes() < size).orElse(true)
                    && and.map(all -> all.means(object)).orElse(true);
        }
    }

    public record And(
            Optional<String> prefix,
            Optional<List<Tag>> tags,
            Optional<Long> objectSizeGreaterThan,
            Optional<Long> objectSizeLessThan) {

        boolean means(ObjectVersion object) {
            return object.tags().containsAll(tags.orElse(List.of()))
                    && objectSizeGreaterThan.map(size -> object.sizeBytes() > size).orElse(true)
                    && objectSizeLessThan.map(size -> object.sizeBytes() < size).orElse(true);
        }
    }

    public record Expiration(
            Optional<Instant> date,
            Optional<Integer> days,
            Optional<Boolean> expiredObjectDeleteMarker) {

        /// When an object expires.
        Optional<Instant> of(ObjectVersion object) {
            return date.or(() -> days.map(each -> midnightAfter(object.lastModified(), each)));
        }
    }

    public record Transition(
            Optional<Instant> date, Optional<Integer> days, Optional<String> storageClass) {

        Instant of(ObjectVersion object) {
            return date.orElseGet(() -> midnightAfter(object.lastModified(), days.orElse(0)));
        }
    }

    public record NoncurrentTransition(
            Optional<Integer> noncurrentDays,
            Optional<String> storageClass,
            Optional<Integer> newerNoncurrentVersions) {

        /// When a version moves.
        ///
        /// @param since when a newer one came
        Instant of(Instant since) {
            return midnightAfter(since, noncurrentDays.orElse(0));
        }

        boolean keeps(int newer) {
            return newer <= newerNoncurrentVersions.orElse(0);
        }
    }

    public record NoncurrentExpiration(
            Optional<Integer> noncurrentDays, Optional<Integer> newerNoncurrentVersions) {}

    public record Abort(Optional<Integer> daysAfterInitiation) {}

    /// The same, with ids for those rules that have none.
    ///
    /// @param ids makes one
    public LifecycleConfiguration identified(Supplier<String> ids) {
        return new LifecycleConfiguration(
                rules.stream()
                        .map(rule ->
                                new Rule(
                                        rule.expiration(),
                                        Optional.of(rule.id().orElseGet(ids)),
                                        rule.prefix(),
                                        rule.filter(),
                                        rule.status(),
                                        rule.transitions(),
                                        rule.noncurrentVersionTransitions(),
                                        rule.noncurrentVersionExpiration(),
                                        rule.abortIncompleteMultipartUpload()))
                        .toList());
    }

    /// Days are counted from the time and rounded up to the next midnight.
    static Instant midnightAfter(Instant from, int days) {
        var due = from.plus(Duration.ofDays(days));
        var midnight = due.truncatedTo(ChronoUnit.DAYS);
        return midnight.equals(due) ? due : midnight.plus(Duration.ofDays(1));
    }

    /// Holds it against the rules.
    ///
    /// @throws groundschool.emulator.AwsException if it breaks one
    public void check() {
        if (rules.isEmpty() || rules.size() > 1000) {
            throw S3Errors.malformedXml();
        }
        for (var rule : rules) {
            check(rule);
        }
        if (rules.stream().flatMap(rule -> rule.id().stream()).distinct().count()
                < rules.stream().filter(rule -> rule.id().isPresent()).count()) {
            throw S3Errors.invalidArgument(
                    "Rule ID must be unique. Found same ID for more than one rule", "ID");
        }
    }

    private static void check(Rule rule) {
        boolean acts =
                rule.expiration().isPresent()
                        || rule.transitions().filter(all -> !all.isEmpty()).isPresent()
                        || rule.noncurrentVersionExpiration().isPresent()
                        || rule.noncurrentVersionTransitions()
                                .filter(all -> !all.isEmpty())
                                .isPresent()
                        || rule.abortIncompleteMultipartUpload().isPresent();
        if (!acts) {
            throw S3Errors.invalidRequest("At least one action needs to be specified in a rule");
        }
        if (rule.filter().isPresent() == rule.prefix().isPresent()
                || !rule.status().equals("Enabled") && !rule.status().equals("Disabled")) {
            throw S3Errors.malformedXml();
        }
        if (rule.id().filter(id -> id.length() > 255).isPresent()) {
            throw S3Errors.invalidArgument(
                    "ID length should not exceed allowed limit of 255", "ID");
        }
        rule.noncurrentVersionTransitions()
                .orElse(List.of())
                .forEach(LifecycleConfiguration::check);
        rule.expiration().ifPresent(LifecycleConfiguration::check);
        rule.filter().ifPresent(LifecycleConfiguration::check);
        if (rule.noncurrentVersionExpiration()
                .filter(old -> old.noncurrentDays().isEmpty())
                .isPresent()) {
            throw S3Errors.malformedXml();
        }
        rule.noncurrentVersionExpiration()
                .flatMap(NoncurrentExpiration::noncurrentDays)
                .ifPresent(days -> positive(days, "NoncurrentDays", "NoncurrentVersionExpiration"));
        rule.transitions().orElse(List.of()).forEach(LifecycleConfiguration::check);
    }

    /// A filter says one thing; several are said within `And`.
    private static void check(Filter filter) {
        long said =
                Stream.of(
                                filter.prefix(),
                                filter.tag(),
                                filter.objectSizeGreaterThan(),
                                filter.objectSizeLessThan(),
                                filter.and())
                        .filter(Optional::isPresent)
                        .count();
        if (said > 1) {
            throw S3Errors.malformedXml();
        }
        var tags = filter.and().flatMap(And::tags).orElse(List.of());
        if (tags.stream().map(Tag::key).distinct().count() < tags.size()) {
            throw S3Errors.invalidRequest("Duplicate Tag Keys are not allowed.");
        }
    }

    private static void check(Expiration expiration) {
        int said = expiration.date().isPresent() ? 1 : 0;
        said += expiration.days().isPresent() ? 1 : 0;
        said += expiration.expiredObjectDeleteMarker().isPresent() ? 1 : 0;
        if (said != 1) {
            throw S3Errors.malformedXml();
        }
        expiration.days().ifPresent(days -> positive(days, "Days", "Expiration action"));
        expiration.date().ifPresent(LifecycleConfiguration::midnight);
    }

    private static void check(Transition transition) {
        if (transition.date().isPresent() == transition.days().isPresent()
                || transition.storageClass().isEmpty()) {
            throw S3Errors.malformedXml();
        }
        transition.date().ifPresent(LifecycleConfiguration::midnight);
        if (transition.days().filter(days -> days < 0).isPresent()) {
            throw S3Errors.invalidArgument(
                    "'Days' in Transition action must be nonnegative", "Days");
        }
    }

    private static void check(NoncurrentTransition transition) {
        if (transition.noncurrentDays().isEmpty() || transition.storageClass().isEmpty()) {
            throw S3Errors.malformedXml();
        }
        if (transition.noncurrentDays().filter(days -> days < 0).isPresent()) {
            throw S3Errors.invalidArgument(
                    "'NoncurrentDays' in NoncurrentVersionTransition action must be nonnegative",
                    "NoncurrentDays");
        }
    }

    private static void positive(int days, String name, String action) {
        if (days <= 0) {
            throw S3Errors.invalidArgument(
                    "'%s' for %s must be a positive integer".formatted(name, action), name);
        }
    }

    private static void midnight(Instant date) {
        if (!date.equals(date.truncatedTo(ChronoUnit.DAYS))) {
            throw S3Errors.invalidArgument(
                    "'Date' must be at midnight GMT", "Date", date.toString());
        }
    }
}
