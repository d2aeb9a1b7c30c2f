package groundschool.emulator.s3;

import groundschool.emulator.s3.LifecycleConfiguration.Rule;
import groundschool.emulator.s3.event.Events;
import groundschool.emulator.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Does what the lifecycles of buckets say, at each midnight (UTC) of the sandbox's clock.
public final class Lifecycles {

    /// Smaller objects are not moved, unless a rule speaks of sizes.
    private static final long LEAST_MOVED_BYTES = 128 * 1024;

    private final Sandbox sandbox;
    private final Buckets buckets;
    private final AtomicBoolean isScheduled = new AtomicBoolean();

    Lifecycles(Sandbox sandbox, Buckets buckets) {
        this.sandbox = sandbox;
        this.buckets = buckets;
    }

    /// Begins to look, if a bucket has a lifecycle.
    public void wake() {
        boolean isAny =
                buckets.all()
                        .anyMatch(
                                bucket -> bucket.setting(LifecycleConfiguration.class).isPresent());
        if (isAny && isScheduled.compareAndSet(false, true)) {
            var next = sandbox.clock().now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
            sandbox.clock().schedule(next, this::work);
        }
    }

    private void work() {
        isScheduled.set(false);
        sandbox.storage()
                .transition(() -> {
                    var now = sandbox.clock().now();
                    var current = sandbox.state(S3.SERVICE);
                    current.all()
                            .toList()
                            .forEach(bucket -> current.lifecycles().apply(bucket, now));
                    current.lifecycles().wake();
                });
    }

    /// When an object will expire, and by which rule; nothing if it will not.
    Optional<String> expiration(ObjectVersion object, Bucket bucket) {
        record Due(Instant at, String rule) {}
        return bucket
                .setting(LifecycleConfiguration.class)
                .map(LifecycleConfiguration::rules)
                .orElse(List.of())
                .stream()
                .filter(rule -> rule.isEnabled() && rule.means(object))
                .flatMap(rule ->
                        rule
                                .expiration()
                                .flatMap(expiration -> expiration.of(object))
                                .map(at -> new Due(at, rule.id().orElse("")))
                                .stream())
                .min(Comparator.comparing(Due::at))
                .map(due ->
                        "expiry-date=\"%s\", rule-id=\"%s\""
                                .formatted(
                                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                                due.at().atOffset(ZoneOffset.UTC)),
                                        due.rule()));
    }

    private void apply(Bucket bucket, Instant now) {
        var rules =
                bucket
                        .setting(LifecycleConfiguration.class)
                        .map(LifecycleConfiguration::rules)
                        .orElse(List.of())
                        .stream()
                        .filter(Rule::isEnabled)
                        .toList();
        if (rules.isEmpty()) {
            return;
        }
        var objects = buckets.objects(bucket);
        var versions = new ArrayList<ObjectVersion>();
        for (var all = objects.from(new byte[0]); all.hasNext(); ) {
            var version = all.next();
            if (!versions.isEmpty() && !versions.getFirst().key().equals(version.key())) {
                applyToKey(rules, versions, bucket, now);
                versions.clear();
            }
            versions.add(version);
        }
        if (!versions.isEmpty()) {
            applyToKey(rules, versions, bucket, now);
        }
        abort(rules, bucket, now);
    }

    /// @param versions of one key, the newest first
    private void applyToKey(
            List<Rule> rules, List<ObjectVersion> versions, Bucket bucket, Instant now) {
        var newest = versions.getFirst();
        for (var rule : rules) {
            if (rule.means(newest)) {
                if (expire(rule, newest, versions.size(), bucket, now)) {
                    return;
                }
            }
            for (int i = 1; i < versions.size(); i++) {
                expireOld(rule, versions, i, bucket, now);
            }
        }
        if (!newest.isDeleteMarker()) {
            move(rules, newest, bucket, now);
        }
        for (int i = 1; i < versions.size(); i++) {
            moveOld(rules, versions, i, bucket, now);
        }
    }

    private boolean expire(
            Rule rule, ObjectVersion newest, int versions, Bucket bucket, Instant now) {
        var objects = buckets.objects(bucket);
        if (newest.isDeleteMarker()) {
            boolean isLonely =
                    versions == 1
                            && rule.expiration()
                                    .filter(each ->
                                            each.expiredObjectDeleteMarker().orElse(false)
                                                    || each.of(newest)
                                                            .filter(at -> !at.isAfter(now))
                                                            .isPresent())
                                    .isPresent();
            if (isLonely) {
                objects.remove(newest);
            }
            return isLonely;
        }
        boolean isDue =
                rule.expiration()
                        .flatMap(each -> each.of(newest))
                        .filter(at -> !at.isAfter(now))
                        .isPresent();
        if (!isDue) {
            return false;
        }
        if (bucket.versioning() == Bucket.Versioning.NEVER) {
            objects.remove(newest);
            tell("LifecycleExpiration:Delete", newest, bucket, now);
        } else {
            var marker = objects.mark(newest.key(), now, sandbox.random());
            tell("LifecycleExpiration:DeleteMarkerCreated", marker, bucket, now);
        }
        return true;
    }

    private void expireOld(
            Rule rule, List<ObjectVersion> versions, int index, Bucket bucket, Instant now) {
        var version = versions.get(index);
        var old = rule.noncurrentVersionExpiration();
        if (old.isEmpty() || !rule.means(version)) {
            return;
        }
        var since = versions.get(index - 1).lastModified();
        var due = LifecycleConfiguration.midnightAfter(since, old.get().noncurrentDays().orElse(0));
        boolean isKept = index <= old.get().newerNoncurrentVersions().orElse(0);
        boolean isLocked = version.lock().filter(lock -> lock.holds(now, false)).isPresent();
        if (!isKept && !isLocked && !due.isAfter(now)) {
            buckets.objects(bucket)
                    .peek(version.key(), Optional.of(version.versionId()))
                    .ifPresent(found -> {
                        buckets.objects(bucket).remove(found);
                        tell("LifecycleExpiration:Delete", found, bucket, now);
                    });
        }
    }

    private void move(List<Rule> rules, ObjectVersion object, Bucket bucket, Instant now) {
        rules.stream()
                .filter(rule -> rule.means(object))
                .filter(rule -> object.sizeBytes() >= LEAST_MOVED_BYTES || rule.saysSize())
                .flatMap(rule -> rule.transitions().orElse(List.of()).stream())
                .filter(transition -> !transition.of(object).isAfter(now))
                .max(Comparator.comparing(transition -> transition.of(object)))
                .flatMap(LifecycleConfiguration.Transition::storageClass)
                .filter(target -> !target.equals(object.storageClass()))
                .ifPresent(target -> move(object, target, bucket, now));
    }

    private void moveOld(
            List<Rule> rules, List<ObjectVersion> versions, int index, Bucket bucket, Instant now) {
        var version = versions.get(index);
        var since = versions.get(index - 1).lastModified();
        boolean isGone =
                buckets.objects(bucket)
                        .peek(version.key(), Optional.of(version.versionId()))
                        .isEmpty();
        if (isGone || version.isDeleteMarker()) {
            return;
        }
        rules.stream()
                .filter(rule -> rule.means(version))
                .filter(rule -> version.sizeBytes() >= LEAST_MOVED_BYTES || rule.saysSize())
                .flatMap(rule -> rule.noncurrentVersionTransitions().orElse(List.of()).stream())
                .filter(transition ->
                        !transition.keeps(index) && !transition.of(since).isAfter(now))
                .max(Comparator.comparing(transition -> transition.of(since)))
                .flatMap(LifecycleConfiguration.NoncurrentTransition::storageClass)
                .filter(target -> !target.equals(version.storageClass()))
                .ifPresent(target -> move(version, target, bucket, now));
    }

    private void move(ObjectVersion object, String target, Bucket bucket, Instant now) {
        var moved = object.in(target);
        buckets.objects(bucket).put(moved);
        tell("LifecycleTransition", moved, bucket, now);
    }

    private void abort(List<Rule> rules, Bucket bucket, Instant now) {
        var uploads = buckets.uploads(bucket);
        for (var upload : uploads.all().toList()) {
            rules.stream()
                    .filter(rule -> rule.means(upload.key()))
                    .flatMap(rule -> rule.abortIncompleteMultipartUpload().stream())
                    .flatMap(abort -> abort.daysAfterInitiation().stream())
                    .map(days -> LifecycleConfiguration.midnightAfter(upload.initiated(), days))
                    .filter(due -> !due.isAfter(now))
                    .findFirst()
                    .ifPresent(_ -> uploads.abort(upload));
        }
    }

    private void tell(String event, ObjectVersion object, Bucket bucket, Instant now) {
        buckets.events().happened(event, object, bucket, Events.Cause.itself("lifecycle", now));
    }
}
