package groundschool.emulator.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.S3Exception;

class ObjectLockTest {

    private static final String IS_LOCKED =
            "Access Denied because object protected by object lock.";

    private final S3Cloud cloud = new S3Cloud();
    private final Instant tomorrow =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1));

    @BeforeEach
    void makeBucket() {
        cloud.s3.createBucket(create ->
                create.bucket("safe")
                        .objectLockEnabledForBucket(true)
                        .createBucketConfiguration(where -> where.locationConstraint("eu-west-1")));
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_bucket_that_is_made_with_it_keeps_versions_for_good() {
        var configuration =
                cloud.s3
                        .getObjectLockConfiguration(get -> get.bucket("safe"))
                        .objectLockConfiguration();

        assertThat(configuration.objectLockEnabled()).isEqualTo(ObjectLockEnabled.ENABLED);
        assertThat(configuration.rule()).isNull();
        assertThat(cloud.s3.getBucketVersioning(get -> get.bucket("safe")).status())
                .isEqualTo(BucketVersioningStatus.ENABLED);
        refused(
                () ->
                        cloud.s3.putBucketVersioning(put ->
                                put.bucket("safe")
                                        .versioningConfiguration(
                                                to -> to.status(BucketVersioningStatus.SUSPENDED))),
                409,
                "InvalidBucketState",
                "An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.");
    }

    @Test
    void is_turned_on_only_where_versions_are_kept() {
        cloud.bucket("shop");
        ThrowingCallable turnOn =
                () ->
                        cloud.s3.putObjectLockConfiguration(put ->
                                put.bucket("shop")
                                        .objectLockConfiguration(to ->
                                                to.objectLockEnabled(ObjectLockEnabled.ENABLED)));

        refused(
                turnOn,
                409,
                "InvalidBucketState",
                "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration");
        refused(
                () -> cloud.s3.getObjectLockConfiguration(get -> get.bucket("shop")),
                404,
                "ObjectLockConfigurationNotFoundError",
                "Object Lock configuration does not exist for this bucket");
        refused(
                () ->
                        retain(
                                cloud.s3,
                                "shop",
                                "",
                                ObjectLockRetentionMode.GOVERNANCE,
                                tomorrow,
                                false),
                400,
                "InvalidRequest",
                "Bucket is missing Object Lock Configuration");
    }

    @Test
    void governance_gives_way_to_a_permission_and_to_time() {
        var version = cloud.put("safe", "will", "text").versionId();
        retain(cloud.s3, "safe", version, ObjectLockRetentionMode.GOVERNANCE, tomorrow, false);
        var clerk =
                cloud.user(
                        "clerk",
                        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"},"
                                + "{\"Effect\": \"Deny\", \"Action\": \"s3:BypassGovernanceRetention\", \"Resource\": \"*\"}]}");

        refused(() -> remove(cloud.s3, version, false), 403, "AccessDenied", IS_LOCKED);
        refused(() -> remove(clerk, version, true), 403, "AccessDenied", IS_LOCKED);
        refused(
                () ->
                        retain(
                                cloud.s3,
                                "safe",
                                version,
                                ObjectLockRetentionMode.GOVERNANCE,
                                tomorrow.minusSeconds(60),
                                false),
                403,
                "AccessDenied",
                IS_LOCKED);
        retain(
                cloud.s3,
                "safe",
                version,
                ObjectLockRetentionMode.GOVERNANCE,
                tomorrow.plusSeconds(60),
                false);
        // A mark on top is no removal.
        cloud.s3.deleteObject(delete -> delete.bucket("safe").key("will"));
        var several =
                cloud.s3.deleteObjects(delete ->
                        delete.bucket("safe")
                                .delete(what ->
                                        what.objects(each -> each.key("will").versionId(version))));
        assertThat(several.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).isEqualTo(IS_LOCKED));

        remove(cloud.s3, version, true);

        var other = cloud.put("safe", "will", "text").versionId();
        retain(cloud.s3, "safe", other, ObjectLockRetentionMode.GOVERNANCE, tomorrow, false);
        cloud.sandbox().clock().advance(Duration.ofDays(2));
        remove(cloud.s3, other, false);
    }

    @Test
    void compliance_gives_way_to_nobody() {
        var version = cloud.put("safe", "will", "text").versionId();
        retain(cloud.s3, "safe", version, ObjectLockRetentionMode.COMPLIANCE, tomorrow, false);

        refused(() -> remove(cloud.s3, version, true), 403, "AccessDenied", IS_LOCKED);
        refused(
                () ->
                        retain(
                                cloud.s3,
                                "safe",
                                version,
                                ObjectLockRetentionMode.GOVERNANCE,
                                tomorrow,
                                true),
                403,
                "AccessDenied",
                IS_LOCKED);
        var said =
                cloud.s3
                        .getObjectRetention(
                                get -> get.bucket("safe").key("will").versionId(version))
                        .retention();
        assertThat(said.mode()).isEqualTo(ObjectLockRetentionMode.COMPLIANCE);
        assertThat(said.retainUntilDate()).isEqualTo(tomorrow);
    }

    @Test
    void a_legal_hold_lasts_until_it_is_lifted() {
        var version = cloud.put("safe", "will", "text").versionId();
        refused(
                () -> cloud.s3.getObjectLegalHold(get -> get.bucket("safe").key("will")),
                404,
                "NoSuchObjectLockConfiguration",
                "The specified object does not have a ObjectLock configuration");
        hold(ObjectLockLegalHoldStatus.ON);

        cloud.sandbox().clock().advance(Duration.ofDays(5000));
        refused(() -> remove(cloud.s3, version, true), 403, "AccessDenied", IS_LOCKED);

        hold(ObjectLockLegalHoldStatus.OFF);
        assertThat(
                        cloud.s3
                                .getObjectLegalHold(get -> get.bucket("safe").key("will"))
                                .legalHold()
                                .status())
                .isEqualTo(ObjectLockLegalHoldStatus.OFF);
        remove(cloud.s3, version, false);
    }

    @Test
    void new_objects_have_what_they_say_or_what_the_bucket_says() {
        cloud.s3.putObjectLockConfiguration(put ->
                put.bucket("safe")
                        .objectLockConfiguration(to ->
                                to.objectLockEnabled(ObjectLockEnabled.ENABLED)
                                        .rule(rule ->
                                                rule.defaultRetention(each ->
                                                        each.mode(
                                                                        ObjectLockRetentionMode
                                                                                .COMPLIANCE)
                                                                .days(30)))));
        cloud.put("safe", "plain", "text");
        cloud.put(
                "safe",
                "own",
                "text",
                put ->
                        put.objectLockMode(ObjectLockMode.GOVERNANCE)
                                .objectLockRetainUntilDate(tomorrow)
                                .objectLockLegalHoldStatus(ObjectLockLegalHoldStatus.ON)
                                .checksumAlgorithm(ChecksumAlgorithm.CRC32));

        var plain = cloud.s3.headObject(head -> head.bucket("safe").key("plain"));
        var own = cloud.s3.headObject(head -> head.bucket("safe").key("own"));
        assertThat(plain.objectLockMode()).isEqualTo(ObjectLockMode.COMPLIANCE);
        assertThat(plain.objectLockRetainUntilDate())
                .isEqualTo(plain.lastModified().plus(Duration.ofDays(30)));
        assertThat(plain.objectLockLegalHoldStatus()).isNull();
        assertThat(own.objectLockMode()).isEqualTo(ObjectLockMode.GOVERNANCE);
        assertThat(own.objectLockRetainUntilDate()).isEqualTo(tomorrow);
        assertThat(own.objectLockLegalHoldStatus()).isEqualTo(ObjectLockLegalHoldStatus.ON);
        refused(
                () ->
                        cloud.s3.copyObject(copy ->
                                copy.sourceBucket("safe")
                                        .sourceKey("own")
                                        .destinationBucket("safe")
                                        .destinationKey("half")
                                        .objectLockMode(ObjectLockMode.GOVERNANCE)),
                400,
                "InvalidArgument",
                "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied");
        refused(
                () ->
                        cloud.s3.copyObject(copy ->
                                copy.sourceBucket("safe")
                                        .sourceKey("own")
                                        .destinationBucket("safe")
                                        .destinationKey("half")
                                        .objectLockMode("LOOSE")
                                        .objectLockRetainUntilDate(tomorrow)),
                400,
                "InvalidArgument",
                "Unknown wormMode directive.");
    }

    @Test
    void what_a_request_says_is_looked_at_before_the_bucket_is() {
        cloud.bucket("shelf");

        refused(
                () -> cloud.put("shelf", "a", "1", put -> put.objectLockLegalHoldStatus("wrong")),
                400,
                "InvalidArgument",
                "Legal Hold must be either of 'ON' or 'OFF'");
        refused(
                () -> cloud.put("shelf", "a", "1", put -> put.objectLockLegalHoldStatus("ON")),
                400,
                "InvalidRequest",
                "Bucket is missing ObjectLockConfiguration");
    }

    @Test
    void a_bucket_that_locks_all_takes_nothing_without_a_checksum() {
        cloud.s3.putObjectLockConfiguration(put ->
                put.bucket("safe")
                        .objectLockConfiguration(with ->
                                with.objectLockEnabled("Enabled")
                                        .rule(rule ->
                                                rule.defaultRetention(
                                                        to -> to.mode("GOVERNANCE").days(1)))));

        try (var s3 =
                cloud.client(
                        cloud.key,
                        builder ->
                                builder.requestChecksumCalculation(
                                        RequestChecksumCalculation.WHEN_REQUIRED))) {
            refused(
                    () ->
                            s3.putObject(
                                    put -> put.bucket("safe").key("a"),
                                    RequestBody.fromString("1")),
                    400,
                    "InvalidRequest",
                    "Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters");
        }
        cloud.put("safe", "a", "1");
    }

    private void hold(ObjectLockLegalHoldStatus status) {
        cloud.s3.putObjectLegalHold(
                put -> put.bucket("safe").key("will").legalHold(hold -> hold.status(status)));
    }

    private static void retain(
            S3Client s3,
            String bucket,
            String version,
            ObjectLockRetentionMode mode,
            Instant until,
            boolean bypasses) {
        s3.putObjectRetention(put -> {
            put.bucket(bucket)
                    .key("will")
                    .retention(retention -> retention.mode(mode).retainUntilDate(until));
            if (!version.isEmpty()) {
                put.versionId(version);
            }
            if (bypasses) {
                put.bypassGovernanceRetention(true);
            }
        });
    }

    private static void remove(S3Client s3, String version, boolean bypasses) {
        s3.deleteObject(delete -> {
            delete.bucket("safe").key("will").versionId(version);
            if (bypasses) {
                delete.bypassGovernanceRetention(true);
            }
        });
    }

    private static void refused(ThrowingCallable call, int status, String code, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        refusal -> {
                            assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
                            assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo(message);
                            assertThat(refusal.statusCode()).isEqualTo(status);
                        });
    }
}
