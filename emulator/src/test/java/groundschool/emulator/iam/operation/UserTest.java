package groundschool.emulator.iam.operation;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.CloudAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.User;

/// CreateUser, GetUser, UpdateUser, DeleteUser and ListUsers.
///
/// The refusals' words are those of recorded answers of IAM.
class UserTest {

    private static final String READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess";

    private final CloudAccount account = new CloudAccount();
    private final IamClient iam = account.iam();

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void a_user_is_made_with_path_tags_and_boundary() {
        var made =
                iam.createUser(request ->
                                request.userName("ada")
                                        .path("/engines/")
                                        .permissionsBoundary(READ_ONLY)
                                        .tags(tag("team", "analytical")))
                        .user();

        assertThat(made.arn()).isEqualTo("arn:aws:iam::123456789012:user/engines/ada");
        assertThat(made.userId()).matches("AIDA[A-Z2-7]{17}");
        assertThat(made.tags()).containsExactly(tag("team", "analytical"));
        assertThat(made.permissionsBoundary())
                .isEqualTo(
                        AttachedPermissionsBoundary.builder()
                                .permissionsBoundaryType("Policy")
                                .permissionsBoundaryArn(READ_ONLY)
                                .build());
        assertThat(iam.getUser(request -> request.userName("ADA")).user()).isEqualTo(made);
    }

    @Test
    void names_are_told_apart_without_regard_to_case() {
        create("ada");

        assertThat(refusal(() -> create("ADA")))
                .isEqualTo("409 EntityAlreadyExists: User with name ADA already exists.");
    }

    @Test
    void names_and_paths_have_no_other_characters() {
        assertThat(refusal(() -> create("ada lovelace")))
                .isEqualTo(
                        "400 ValidationError: The specified value for userName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-");
        assertThat(
                        refusal(() ->
                                iam.createUser(
                                        request -> request.userName("ada").path("engines/"))))
                .isEqualTo(
                        "400 ValidationError: The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.");
    }

    @Test
    void a_name_that_is_too_long_is_not_repeated() {
        assertThat(refusal(() -> create("a".repeat(65))))
                .isEqualTo(
                        "400 ValidationError: 1 validation error detected: Value at 'userName' failed to satisfy constraint: Member must have length less than or equal to 64");
    }

    @Test
    void nobody_is_found_by_a_name_that_nobody_has() {
        var noSuch = "404 NoSuchEntity: The user with name nobody cannot be found.";

        assertThat(refusal(() -> iam.getUser(request -> request.userName("nobody"))))
                .isEqualTo(noSuch);
        assertThat(
                        refusal(() ->
                                iam.updateUser(request ->
                                        request.userName("nobody").newUserName("somebody"))))
                .isEqualTo(noSuch);
        assertThat(refusal(() -> iam.deleteUser(request -> request.userName("nobody"))))
                .isEqualTo(noSuch);
    }

    @Test
    void a_renamed_user_keeps_its_id_its_keys_and_its_permissions() {
        var before = create("ada");
        var credentials = account.key("ada");
        account.allow("ada", "iam:GetUser");

        iam.updateUser(
                request -> request.userName("ada").newUserName("countess").newPath("/peers/"));

        var after = account.iam(credentials).getUser().user();
        assertThat(after.arn()).isEqualTo("arn:aws:iam::123456789012:user/peers/countess");
        assertThat(after.userId()).isEqualTo(before.userId());
        assertThat(account.sts(credentials).getCallerIdentity().arn()).isEqualTo(after.arn());
        assertThat(refusal(() -> iam.getUser(request -> request.userName("ada"))))
                .startsWith("404 NoSuchEntity");
    }

    @Test
    void a_change_of_name_that_is_rewound_locks_nobody_out() {
        create("ada");
        var credentials = account.key("ada");
        account.allow("ada", "iam:GetUser");
        var before = account.sandbox().checkpoint();
        iam.updateUser(request -> request.userName("ada").newUserName("countess"));

        account.sandbox().rewind(before);

        assertThat(account.iam(credentials).getUser().user().userName()).isEqualTo("ada");
    }

    @Test
    void a_user_takes_no_name_that_another_has() {
        create("ada");
        create("grace");

        assertThat(
                        refusal(() ->
                                iam.updateUser(
                                        request -> request.userName("ada").newUserName("Grace"))))
                .isEqualTo("409 EntityAlreadyExists: User with name Grace already exists.");
    }

    @Test
    void a_user_is_deleted_once_nothing_belongs_to_it() {
        create("ada");
        var key = account.key("ada").accessKeyId();
        iam.putUserPolicy(request ->
                request.userName("ada")
                        .policyName("all")
                        .policyDocument(CloudAccount.policy("Allow", "*")));
        iam.attachUserPolicy(request -> request.userName("ada").policyArn(READ_ONLY));
        iam.createGroup(request -> request.groupName("readers"));
        iam.addUserToGroup(request -> request.userName("ada").groupName("readers"));
        iam.createLoginProfile(request -> request.userName("ada").password("En1gine!"));

        assertThat(refusal(() -> delete("ada"))).isEqualTo(conflict("delete access keys"));
        iam.deleteAccessKey(request -> request.userName("ada").accessKeyId(key));
        assertThat(refusal(() -> delete("ada"))).isEqualTo(conflict("delete policies"));
        iam.deleteUserPolicy(request -> request.userName("ada").policyName("all"));
        assertThat(refusal(() -> delete("ada"))).isEqualTo(conflict("detach all policies"));
        iam.detachUserPolicy(request -> request.userName("ada").policyArn(READ_ONLY));
        assertThat(refusal(() -> delete("ada"))).isEqualTo(conflict("remove users from group"));
        iam.removeUserFromGroup(request -> request.userName("ada").groupName("readers"));
        assertThat(refusal(() -> delete("ada"))).isEqualTo(conflict("delete login profile"));
        iam.deleteLoginProfile(request -> request.userName("ada"));
        delete("ada");

        assertThat(refusal(() -> iam.getUser(request -> request.userName("ada"))))
                .startsWith("404 NoSuchEntity");
    }

    @Test
    void a_list_shows_neither_tags_nor_boundaries_and_only_what_is_below_a_path() {
        iam.createUser(request ->
                request.userName("ada").path("/engines/").tags(tag("team", "analytical")));
        create("grace");

        assertThat(iam.listUsers(request -> request.pathPrefix("/eng")).users())
                .extracting(User::userName)
                .containsExactly("ada");
        assertThat(iam.listUsers().users())
                .extracting(User::userName)
                .containsExactly("ada", "grace", "learner");
        assertThat(iam.listUsers().users()).noneMatch(User::hasTags);
    }

    @Test
    void pages_follow_one_another_even_when_somebody_goes_in_between() {
        for (var name : new String[] {"ada", "barbara", "grace", "joan"}) {
            create(name);
        }

        var first = iam.listUsers(request -> request.maxItems(2));
        delete("barbara");
        var second = iam.listUsers(request -> request.maxItems(2).marker(first.marker()));
        var third = iam.listUsers(request -> request.maxItems(2).marker(second.marker()));

        assertThat(first.users()).extracting(User::userName).containsExactly("ada", "barbara");
        assertThat(second.users()).extracting(User::userName).containsExactly("grace", "joan");
        assertThat(third.users()).extracting(User::userName).containsExactly("learner");
        assertThat(third.isTruncated()).isFalse();
        assertThat(third.marker()).isNull();
        assertThat(iam.listUsersPaginator(request -> request.maxItems(1)).users())
                .extracting(User::userName)
                .containsExactly("ada", "grace", "joan", "learner");
    }

    @Test
    void a_marker_of_another_list_is_refused() {
        create("ada");
        var marker = iam.listUsers(request -> request.maxItems(1)).marker();

        assertThat(refusal(() -> iam.listGroups(request -> request.marker(marker))))
                .isEqualTo("400 ValidationError: Invalid Marker.");
        assertThat(refusal(() -> iam.listUsers(request -> request.marker("gibberish"))))
                .isEqualTo("400 ValidationError: Invalid Marker.");
    }

    @Test
    void without_a_name_one_gets_oneself() {
        assertThat(iam.getUser().user().userName()).isEqualTo("learner");
        assertThat(account.iam(account.root()).getUser().user().arn())
                .isEqualTo("arn:aws:iam::123456789012:root");
    }

    private User create(String name) {
        return iam.createUser(request -> request.userName(name)).user();
    }

    private void delete(String name) {
        iam.deleteUser(request -> request.userName(name));
    }

    private static String conflict(String what) {
        return "409 DeleteConflict: Cannot delete entity, must %s first.".formatted(what);
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
