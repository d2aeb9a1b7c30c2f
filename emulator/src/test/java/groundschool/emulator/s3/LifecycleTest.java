package groundschool.emulator.s3;

import static groundschool.emulator.s3.ObjectTest.assertCode;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.TransitionStorageClass;

class LifecycleTest {

    private final S3Cloud cloud = new S3Cloud();

    @BeforeEach
    void makeBucket() {
        cloud.bucket("shop");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private void rule(Consumer<LifecycleRule.Builder> with) {
        var rule = LifecycleRule.builder().id("tidy").status(ExpirationStatus.ENABLED);
        with.accept(rule);
        cloud.s3.putBucketLifecycleConfiguration(
                put -> put.bucket("shop").lifecycleConfiguration(all -> all.rules(rule.build())));
    }

    @Test
    void expires_objects_on_the_clock_of_the_sandbox() {
        rule(with -> with.filter(only -> only.prefix("logs/")).expiration(after -> after.days(3)));
        var put = cloud.put("shop", "logs/a", "1");
        cloud.put("shop", "kept", "1");

        assertThat(put.expiration()).contains("rule-id=\"tidy\"");
        cloud.sandbox().clock().advance(Duration.ofDays(2));
        assertThat(cloud.get("shop", "logs/a")).isEqualTo("1");
        cloud.sandbox().clock().advance(Duration.ofDays(2));
        assertThat(cloud.s3.listObjectsV2(list -> list.bucket("shop")).contents())
                .extracting(S3Object::key)
                .containsExactly("kept");
    }

    @Test
    void moves_large_objects_to_other_classes() {
        rule(with ->
                with.filter(only -> only.prefix(""))
                        .transitions(to ->
                                to.days(30).storageClass(TransitionStorageClass.STANDARD_IA)));
        cloud.put("shop", "large", "x".repeat(200_000));
        cloud.put("shop", "small", "x");

        cloud.sandbox().clock().advance(Duration.ofDays(32));

        assertThat(
                        cloud.s3
                                .headObject(head -> head.bucket("shop").key("large"))
                                .storageClassAsString())
                .isEqualTo("STANDARD_IA");
        assertThat(
                        cloud.s3
                                .headObject(head -> head.bucket("shop").key("small"))
                                .storageClassAsString())
                .isNull();
    }

    @Test
    void moves_versions_that_have_been_replaced() {
        cloud.s3.putBucketVersioning(put ->
                put.bucket("shop")
                        .versioningConfiguration(to -> to.status(BucketVersioningStatus.ENABLED)));
        rule(with ->
                with.filter(only -> only.prefix(""))
                        .noncurrentVersionTransitions(to ->
                                to.noncurrentDays(5)
                                        .storageClass(TransitionStorageClass.STANDARD_IA)));
        cloud.put("shop", "plan", "x".repeat(200_000));
        cloud.put("shop", "plan", "y".repeat(200_000));

        cloud.sandbox().clock().advance(Duration.ofDays(7));

        assertThat(cloud.s3.listObjectVersions(list -> list.bucket("shop")).versions())
                .extracting(ObjectVersion::storageClassAsString)
                .containsExactly("STANDARD", "STANDARD_IA");
    }

    @Test
    void aborts_uploads_that_nobody_completes() {
        rule(with ->
                with.filter(only -> only.prefix(""))
                        .abortIncompleteMultipartUpload(abort -> abort.daysAfterInitiation(1)));
        cloud.s3.createMultipartUpload(create -> create.bucket("shop").key("film"));

        cloud.sandbox().clock().advance(Duration.ofDays(3));

        assertThat(cloud.s3.listMultipartUploads(list -> list.bucket("shop")).uploads()).isEmpty();
    }

    @Test
    void is_none_at_first() {
        assertCode(
                "NoSuchLifecycleConfiguration",
                () -> cloud.s3.getBucketLifecycleConfiguration(get -> get.bucket("shop")));
        assertCode("InvalidRequest", () -> rule(with -> with.filter(only -> only.prefix(""))));
    }
}
