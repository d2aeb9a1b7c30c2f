package groundschool.emulator.iam.operation;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.CloudAccount;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Tag;

/// TagUser, UntagUser and ListUserTags.
class UserTagsTest {

    private final CloudAccount account = new CloudAccount();
    private final IamClient iam = account.iam();

    @BeforeEach
    void create_a_user() {
        iam.createUser(request -> request.userName("ada"));
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void a_tag_replaces_the_one_whose_key_differs_only_in_case() {
        tag(tag("Team", "analytical"), tag("stage", "test"));
        tag(tag("TEAM", "difference"));

        assertThat(tags()).containsExactly(tag("Team", "difference"), tag("stage", "test"));
    }

    @Test
    void keys_are_taken_off_without_regard_to_case_and_unknown_ones_are_passed_over() {
        tag(tag("Team", "analytical"), tag("stage", "test"));

        iam.untagUser(request -> request.userName("ada").tagKeys("team", "nothing"));

        assertThat(tags()).containsExactly(tag("stage", "test"));
    }

    @Test
    void a_key_comes_once_in_a_request() {
        assertThat(refusal(() -> tag(tag("team", "a"), tag("Team", "b"))))
                .isEqualTo(
                        "400 InvalidInput: Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    }

    @Test
    void a_user_has_at_most_fifty() {
        var fifty = IntStream.range(0, 50).mapToObj(i -> tag("key" + i, "")).toList();
        iam.tagUser(request -> request.userName("ada").tags(fifty));

        assertThat(refusal(() -> tag(tag("one more", ""))))
                .isEqualTo("409 LimitExceeded: The number of tags has reached the maximum limit.");
        assertThat(
                        iam
                                .listUserTagsPaginator(
                                        request -> request.userName("ada").maxItems(20))
                                .stream()
                                .map(page -> page.tags().size()))
                .containsExactly(20, 20, 10);
    }

    @Test
    void policies_may_ask_for_the_tags_of_the_user_and_of_the_request() {
        var grace = account.iam(account.user("grace"));
        iam.putUserPolicy(request ->
                request.userName("grace")
                        .policyName("tags-of-her-team")
                        .policyDocument(
                                """
                                {"Version": "2012-10-17",
                                 "Statement": [{
                                   "Effect": "Allow", "Action": "iam:TagUser", "Resource": "*",
                                   "Condition": {
                                     "StringEquals": {"iam:ResourceTag/team": "analytical"},
                                     "ForAllValues:StringEquals": {"aws:TagKeys": ["stage"]}}}]}
                                """));
        tag(tag("team", "analytical"));

        grace.tagUser(request -> request.userName("ada").tags(tag("stage", "test")));

        assertThat(
                        refusal(() ->
                                grace.tagUser(request ->
                                        request.userName("ada").tags(tag("team", "mine")))))
                .startsWith("403 AccessDenied");
        assertThat(
                        refusal(() ->
                                grace.tagUser(request ->
                                        request.userName("grace").tags(tag("stage", "test")))))
                .startsWith("403 AccessDenied");
    }

    @Test
    void nobody_is_tagged_by_a_name_that_nobody_has() {
        assertThat(
                        refusal(() ->
                                iam.tagUser(
                                        request -> request.userName("nobody").tags(tag("a", "b")))))
                .isEqualTo("404 NoSuchEntity: The user with name nobody cannot be found.");
    }

    private void tag(Tag... tags) {
        iam.tagUser(request -> request.userName("ada").tags(tags));
    }

    private List<Tag> tags() {
        return iam.listUserTags(request -> request.userName("ada")).tags();
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
