package groundschool.emulator.s3;

import static groundschool.emulator.s3.ObjectTest.assertCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.Tag;

class BucketTest {

    private final S3Cloud cloud = new S3Cloud();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void says_to_strangers_that_it_is_not_there() {
        assertThat(cloud.send("GET", "/no-such-bucket/cake").statusCode()).isEqualTo(404);
        assertThat(cloud.send("GET", "/no-such-bucket").body())
                .contains(
                        "<Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message>");
        assertThat(cloud.sendBody("PUT", "/no-such-bucket/cake", "a cake").body())
                .contains("<Code>NoSuchBucket</Code>");
        assertThat(cloud.send("PUT", "/no-such-bucket").body())
                .contains("<Code>AccessDenied</Code><Message>Access Denied</Message>");
        assertThat(cloud.send("GET", "/").body()).startsWith("healthy");
    }

    @Test
    void is_listed_and_found_where_it_was_made() {
        cloud.bucket("shop");

        assertThat(cloud.s3.listBuckets().buckets())
                .extracting(Bucket::name)
                .containsExactly("shop");
        assertThat(cloud.s3.headBucket(head -> head.bucket("shop")).bucketRegion())
                .isEqualTo("eu-west-1");
        assertThat(
                        cloud.s3
                                .getBucketLocation(get -> get.bucket("shop"))
                                .locationConstraintAsString())
                .isEqualTo("eu-west-1");
    }

    @Test
    void is_gone_when_it_is_deleted_which_it_must_be_empty_for() {
        cloud.bucket("shop");
        cloud.put("shop", "a", "1");

        assertCode("BucketNotEmpty", () -> cloud.s3.deleteBucket(delete -> delete.bucket("shop")));
        cloud.s3.deleteObject(delete -> delete.bucket("shop").key("a"));
        cloud.s3.deleteBucket(delete -> delete.bucket("shop"));
        assertThatThrownBy(() -> cloud.s3.headBucket(head -> head.bucket("shop")))
                .isInstanceOf(NoSuchBucketException.class);
    }

    @Test
    void is_there_once() {
        cloud.bucket("shop");

        assertCode("BucketAlreadyOwnedByYou", () -> cloud.bucket("shop"));
    }

    @Test
    void belongs_to_one_learner_also_if_another_has_one_of_that_name() {
        cloud.bucket("shop");
        cloud.put("shop", "a", "mine");
        try (var other = cloud.client(cloud.emulator.sandboxes().create(S3Cloud.ACCOUNT))) {
            assertThat(other.listBuckets().buckets()).isEmpty();
            assertCode(
                    "NoSuchBucket",
                    () -> other.getObjectAsBytes(get -> get.bucket("shop").key("a")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "Shop", "shop_1", "-shop", "shop-", "a..b", "192.168.1.1"})
    void has_a_name_that_is_one(String name) {
        assertThatThrownBy(() -> cloud.bucket(name)).isInstanceOf(RuntimeException.class);
        assertThat(groundschool.emulator.s3.Bucket.isName(name)).isFalse();
    }

    @Test
    void is_labelled() {
        cloud.bucket("shop");
        assertCode("NoSuchTagSet", () -> cloud.s3.getBucketTagging(get -> get.bucket("shop")));

        cloud.s3.putBucketTagging(put ->
                put.bucket("shop")
                        .tagging(tags -> tags.tagSet(Tag.builder().key("n").value("1").build())));

        assertThat(cloud.s3.getBucketTagging(get -> get.bucket("shop")).tagSet())
                .extracting(Tag::key)
                .containsExactly("n");
        cloud.s3.deleteBucketTagging(delete -> delete.bucket("shop"));
        assertCode("NoSuchTagSet", () -> cloud.s3.getBucketTagging(get -> get.bucket("shop")));
    }

    @Test
    void has_objects_that_are_labelled() {
        cloud.bucket("shop");
        cloud.put("shop", "a", "1", with -> with.tagging("project=shop&stage=a%20b"));

        assertThat(cloud.s3.getObjectTagging(get -> get.bucket("shop").key("a")).tagSet())
                .extracting(Tag::value)
                .containsExactly("shop", "a b");
        assertThat(
                        cloud.s3
                                .getObjectAsBytes(get -> get.bucket("shop").key("a"))
                                .response()
                                .tagCount())
                .isEqualTo(2);
        cloud.s3.deleteObjectTagging(delete -> delete.bucket("shop").key("a"));
        assertThat(cloud.s3.getObjectTagging(get -> get.bucket("shop").key("a")).tagSet())
                .isEmpty();
    }
}
