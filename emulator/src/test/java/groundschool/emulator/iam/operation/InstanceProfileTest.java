package groundschool.emulator.iam.operation;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.CloudAccount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

/// Instance profiles, and the role in each.
class InstanceProfileTest {

    private final CloudAccount account = new CloudAccount();
    private final IamClient iam = account.iam();

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void begins_without_a_role() {
        var made =
                iam.createInstanceProfile(request ->
                                request.instanceProfileName("Web")
                                        .path("/web/")
                                        .tags(tag("Team", "Books")))
                        .instanceProfile();

        assertThat(made.arn()).isEqualTo("arn:aws:iam::123456789012:instance-profile/web/Web");
        assertThat(made.instanceProfileId()).matches("AIPA[A-Z2-7]{17}");
        assertThat(made.roles()).isEmpty();
        assertThat(made.tags()).containsExactly(tag("Team", "Books"));
        assertThat(refusal(() -> make("web")))
                .isEqualTo("409 EntityAlreadyExists: Instance Profile web already exists.");
    }

    @Test
    void holds_one_role() {
        make("Web");
        makeRole("Server");
        makeRole("Other");

        add("Web", "Server");

        assertThat(get("Web").roles()).extracting(Role::roleName).containsExactly("Server");
        assertThat(refusal(() -> add("Web", "Other")))
                .isEqualTo(
                        "409 LimitExceeded: Cannot exceed quota for"
                                + " InstanceSessionsPerInstanceProfile: 1");
        assertThat(
                        iam.listInstanceProfilesForRole(request -> request.roleName("Server"))
                                .instanceProfiles())
                .extracting(InstanceProfile::instanceProfileName)
                .containsExactly("Web");
        assertThat(
                        iam.listInstanceProfilesForRole(request -> request.roleName("Other"))
                                .instanceProfiles())
                .isEmpty();
    }

    @Test
    void and_its_role_are_deleted_once_they_are_apart() {
        make("Web");
        makeRole("Server");
        add("Web", "Server");

        assertThat(refusal(() -> iam.deleteRole(request -> request.roleName("Server"))))
                .isEqualTo(
                        "409 DeleteConflict: Cannot delete entity, must remove roles from instance"
                                + " profile first.");
        assertThat(refusal(() -> delete("Web")))
                .isEqualTo(
                        "409 DeleteConflict: Cannot delete entity, must remove roles from instance"
                                + " profile first.");
        iam.removeRoleFromInstanceProfile(
                request -> request.instanceProfileName("Web").roleName("Server"));
        delete("Web");
        iam.deleteRole(request -> request.roleName("Server"));

        assertThat(refusal(() -> get("Web")))
                .isEqualTo("404 NoSuchEntity: Instance Profile Web cannot be found.");
    }

    /// Source: AddRoleToInstanceProfile needs `iam:PassRole`, says the Service Authorization
    /// Reference.
    @Test
    void gets_a_role_only_from_who_may_pass_it() {
        make("Web");
        makeRole("Server");
        var bob = account.user("bob");
        account.allow("bob", "iam:AddRoleToInstanceProfile");

        var refusal =
                refusal(() ->
                        account.iam(bob)
                                .addRoleToInstanceProfile(request ->
                                        request.instanceProfileName("Web").roleName("Server")));

        assertThat(refusal)
                .isEqualTo(
                        "403 AccessDenied: User: arn:aws:iam::123456789012:user/bob is not"
                                + " authorized to perform: iam:PassRole on resource:"
                                + " arn:aws:iam::123456789012:role/Server because no"
                                + " identity-based policy allows the iam:PassRole action");
    }

    @Test
    void is_listed_and_tagged() {
        make("Web");
        make("Worker");

        iam.tagInstanceProfile(request ->
                request.instanceProfileName("Web").tags(tag("Team", "Books"), tag("a", "b")));
        iam.untagInstanceProfile(request -> request.instanceProfileName("Web").tagKeys("a"));

        assertThat(
                        iam.listInstanceProfileTags(request -> request.instanceProfileName("Web"))
                                .tags())
                .containsExactly(tag("Team", "Books"));
        assertThat(iam.listInstanceProfiles().instanceProfiles())
                .extracting(InstanceProfile::instanceProfileName)
                .containsExactly("Web", "Worker");
    }

    private void make(String name) {
        iam.createInstanceProfile(request -> request.instanceProfileName(name));
    }

    private void makeRole(String name) {
        iam.createRole(request ->
                request.roleName(name)
                        .assumeRolePolicyDocument(
                                """
                                {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
                                  "Principal": {"Service": "ec2.amazonaws.com"},
                                  "Action": "sts:AssumeRole"}}
                                """));
    }

    private void add(String profile, String role) {
        iam.addRoleToInstanceProfile(
                request -> request.instanceProfileName(profile).roleName(role));
    }

    private InstanceProfile get(String name) {
        return iam.getInstanceProfile(request -> request.instanceProfileName(name))
                .instanceProfile();
    }

    private void delete(String name) {
        iam.deleteInstanceProfile(request -> request.instanceProfileName(name));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
