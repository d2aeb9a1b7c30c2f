package groundschool.emulator.s3;

import static groundschool.emulator.s3.ObjectTest.assertCode;
import static groundschool.emulator.s3.ObjectTest.assertStatus;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

class VersioningTest {

    private final S3Cloud cloud = new S3Cloud();

    @BeforeEach
    void makeBucket() {
        cloud.bucket("shop");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private void versioning(BucketVersioningStatus status) {
        cloud.s3.putBucketVersioning(
                put -> put.bucket("shop").versioningConfiguration(with -> with.status(status)));
    }

    @Test
    void keeps_what_is_overwritten() {
        versioning(BucketVersioningStatus.ENABLED);
        var first = cloud.put("shop", "a", "one").versionId();
        var second = cloud.put("shop", "a", "two").versionId();

        assertThat(first).hasSize(32).isNotEqualTo(second);
        assertThat(cloud.get("shop", "a")).isEqualTo("two");
        assertThat(version(first)).isEqualTo("one");
        var versions = cloud.s3.listObjectVersions(list -> list.bucket("shop")).versions();
        assertThat(versions).extracting(ObjectVersion::versionId).containsExactly(second, first);
        assertThat(versions).extracting(ObjectVersion::isLatest).containsExactly(true, false);
    }

    private String version(String id) {
        return cloud.s3
                .getObjectAsBytes(get -> get.bucket("shop").key("a").versionId(id))
                .asUtf8String();
    }

    @Test
    void marks_what_is_deleted() {
        versioning(BucketVersioningStatus.ENABLED);
        var first = cloud.put("shop", "a", "one").versionId();

        var deleted = cloud.s3.deleteObject(delete -> delete.bucket("shop").key("a"));

        assertThat(deleted.deleteMarker()).isTrue();
        assertCode("NoSuchKey", () -> cloud.get("shop", "a"));
        assertStatus(405, () -> version(deleted.versionId()));
        assertThat(version(first)).isEqualTo("one");
        assertThat(cloud.s3.listObjectsV2(list -> list.bucket("shop")).contents()).isEmpty();
        assertThat(
                        cloud.s3
                                .listObjectVersions(list -> list.bucket("shop"))
                                .deleteMarkers()
                                .getFirst()
                                .isLatest())
                .isTrue();
        cloud.s3.deleteObject(
                delete -> delete.bucket("shop").key("a").versionId(deleted.versionId()));
        assertThat(cloud.get("shop", "a")).isEqualTo("one");
    }

    @Test
    void overwrites_only_the_version_without_a_name_once_it_is_suspended() {
        cloud.put("shop", "a", "old");
        versioning(BucketVersioningStatus.ENABLED);
        var named = cloud.put("shop", "a", "named").versionId();
        versioning(BucketVersioningStatus.SUSPENDED);

        cloud.put("shop", "a", "new");

        assertThat(version("null")).isEqualTo("new");
        assertThat(version(named)).isEqualTo("named");
        assertThat(cloud.s3.listObjectVersions(list -> list.bucket("shop")).versions()).hasSize(2);
    }

    @Test
    void turns_pages() {
        versioning(BucketVersioningStatus.ENABLED);
        for (var key : new String[] {"a", "b"}) {
            cloud.put("shop", key, "1");
            cloud.put("shop", key, "2");
            cloud.put("shop", key, "3");
        }

        var pages = cloud.s3.listObjectVersionsPaginator(list -> list.bucket("shop").maxKeys(2));

        assertThat(pages.stream().count()).isEqualTo(3);
        assertThat(pages.versions().stream().map(ObjectVersion::versionId).distinct().count())
                .isEqualTo(6);
    }

    @Test
    void keeps_a_bucket_that_has_versions_from_being_deleted() {
        versioning(BucketVersioningStatus.ENABLED);
        cloud.put("shop", "a", "one");
        cloud.s3.deleteObject(delete -> delete.bucket("shop").key("a"));

        assertCode("BucketNotEmpty", () -> cloud.s3.deleteBucket(delete -> delete.bucket("shop")));
    }
}
