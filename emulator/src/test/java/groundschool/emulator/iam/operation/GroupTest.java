package groundschool.emulator.iam.operation;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.CloudAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.User;

/// The operations on groups, on who is in them, and on what they may do.
///
/// The refusals' words are those of recorded answers of IAM.
class GroupTest {

    private static final String READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess";

    private final CloudAccount account = new CloudAccount();
    private final IamClient iam = account.iam();

    @BeforeEach
    void create_a_group() {
        iam.createGroup(request -> request.groupName("readers"));
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void a_group_has_a_path_and_an_id() {
        var made = iam.createGroup(request -> request.groupName("writers").path("/press/")).group();

        assertThat(made.arn()).isEqualTo("arn:aws:iam::123456789012:group/press/writers");
        assertThat(made.groupId()).matches("AGPA[A-Z2-7]{17}");
        assertThat(iam.getGroup(request -> request.groupName("writers")).group()).isEqualTo(made);
        assertThat(iam.listGroups().groups())
                .extracting(Group::groupName)
                .containsExactly("readers", "writers");
        assertThat(iam.listGroups(request -> request.pathPrefix("/press/")).groups())
                .extracting(Group::groupName)
                .containsExactly("writers");
    }

    @Test
    void names_are_told_apart_without_regard_to_case() {
        assertThat(refusal(() -> iam.createGroup(request -> request.groupName("Readers"))))
                .isEqualTo("409 EntityAlreadyExists: Group with name Readers already exists.");
    }

    @Test
    void what_a_group_may_do_its_users_may_do() {
        var ada = account.iam(account.user("ada"));
        iam.attachGroupPolicy(request -> request.groupName("readers").policyArn(READ_ONLY));
        assertThat(refusal(ada::listUsers)).startsWith("403 AccessDenied");

        add("ada");
        assertThat(ada.listUsers().users()).hasSize(2);

        iam.removeUserFromGroup(request -> request.groupName("readers").userName("ada"));
        assertThat(refusal(ada::listUsers)).startsWith("403 AccessDenied");
    }

    @Test
    void it_is_known_who_is_in_a_group_and_which_groups_one_is_in() {
        account.user("ada");
        account.user("grace");
        add("grace");
        add("ada");
        add("ada");

        assertThat(iam.getGroup(request -> request.groupName("readers")).users())
                .extracting(User::userName)
                .containsExactly("ada", "grace");
        assertThat(
                        iam.getGroupPaginator(request -> request.groupName("readers").maxItems(1))
                                .users())
                .extracting(User::userName)
                .containsExactly("ada", "grace");
        assertThat(iam.listGroupsForUser(request -> request.userName("ada")).groups())
                .extracting(Group::groupName)
                .containsExactly("readers");
    }

    @Test
    void of_two_that_are_not_there_the_user_is_missed_first() {
        account.user("ada");

        assertThat(
                        refusal(() ->
                                iam.removeUserFromGroup(
                                        request -> request.groupName("none").userName("nobody"))))
                .isEqualTo("404 NoSuchEntity: The user with name nobody cannot be found.");
        assertThat(
                        refusal(() ->
                                iam.addUserToGroup(
                                        request -> request.groupName("none").userName("ada"))))
                .isEqualTo("404 NoSuchEntity: The group with name none cannot be found.");
        iam.removeUserFromGroup(request -> request.groupName("readers").userName("ada"));
    }

    @Test
    void a_user_is_in_ten_groups_at_most() {
        account.user("ada");
        add("ada");
        for (var i = 1; i < 10; i++) {
            var name = "group" + i;
            iam.createGroup(request -> request.groupName(name));
            iam.addUserToGroup(request -> request.groupName(name).userName("ada"));
        }
        iam.createGroup(request -> request.groupName("one-more"));

        assertThat(
                        refusal(() ->
                                iam.addUserToGroup(
                                        request -> request.groupName("one-more").userName("ada"))))
                .isEqualTo("409 LimitExceeded: Cannot exceed quota for GroupsPerUser: 10");
    }

    @Test
    void a_renamed_group_keeps_its_users_and_its_policies() {
        account.user("ada");
        add("ada");
        put();

        iam.updateGroup(
                request -> request.groupName("readers").newGroupName("critics").newPath("/press/"));

        var group = iam.getGroup(request -> request.groupName("critics"));
        assertThat(group.group().arn()).isEqualTo("arn:aws:iam::123456789012:group/press/critics");
        assertThat(group.users()).hasSize(1);
        assertThat(iam.listGroupPolicies(request -> request.groupName("critics")).policyNames())
                .containsExactly("list");
        assertThat(refusal(() -> iam.getGroup(request -> request.groupName("readers"))))
                .isEqualTo("404 NoSuchEntity: The group with name readers cannot be found.");
    }

    @Test
    void a_group_is_deleted_once_nobody_and_nothing_is_in_it() {
        account.user("ada");
        add("ada");
        put();
        iam.attachGroupPolicy(request -> request.groupName("readers").policyArn(READ_ONLY));

        assertThat(refusal(this::delete)).isEqualTo(conflict("remove users from group"));
        iam.removeUserFromGroup(request -> request.groupName("readers").userName("ada"));
        assertThat(refusal(this::delete)).isEqualTo(conflict("delete policies"));
        iam.deleteGroupPolicy(request -> request.groupName("readers").policyName("list"));
        assertThat(refusal(this::delete)).isEqualTo(conflict("detach all policies"));
        iam.detachGroupPolicy(request -> request.groupName("readers").policyArn(READ_ONLY));
        delete();

        assertThat(iam.listGroups().groups()).isEmpty();
    }

    @Test
    void its_policies_are_shown_and_missed_in_its_own_name() {
        put();

        assertThat(
                        iam.getGroupPolicy(
                                        request -> request.groupName("readers").policyName("list"))
                                .policyDocument())
                .startsWith("%7B%22Version%22%3A%20%222012-10-17%22");
        assertThat(
                        refusal(() ->
                                iam.getGroupPolicy(request ->
                                        request.groupName("readers").policyName("none"))))
                .isEqualTo("404 NoSuchEntity: The group policy with name none cannot be found.");
        assertThat(
                        refusal(() ->
                                iam.detachGroupPolicy(request ->
                                        request.groupName("readers").policyArn(READ_ONLY))))
                .isEqualTo("404 NoSuchEntity: Policy " + READ_ONLY + " was not found.");
        assertThat(
                        iam.listAttachedGroupPolicies(request -> request.groupName("readers"))
                                .attachedPolicies())
                .isEmpty();
    }

    private void add(String userName) {
        iam.addUserToGroup(request -> request.groupName("readers").userName(userName));
    }

    private void put() {
        iam.putGroupPolicy(request ->
                request.groupName("readers")
                        .policyName("list")
                        .policyDocument(CloudAccount.policy("Allow", "iam:List*")));
    }

    private void delete() {
        iam.deleteGroup(request -> request.groupName("readers"));
    }

    private static String conflict(String what) {
        return "409 DeleteConflict: Cannot delete entity, must %s first.".formatted(what);
    }
}
