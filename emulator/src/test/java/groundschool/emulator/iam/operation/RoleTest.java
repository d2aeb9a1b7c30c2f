package groundschool.emulator.iam.operation;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.CloudAccount;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

/// Roles: making, showing, changing and deleting them.
class RoleTest {

    private static final String TRUST =
            """
            {"Version": "2012-10-17", "Statement": {
              "Effect": "Allow", "Principal": {"AWS": "123456789012"}, "Action": "sts:AssumeRole"}}
            """;

    private final CloudAccount account = new CloudAccount();
    private final IamClient iam = account.iam();

    @AfterEach
    void close() {
        account.close();
    }

    /// Recorded by LocalStack: `test_assume_role`, `create-role`.
    @Test
    void is_told_to_its_maker_without_what_was_not_asked_for() {
        var made =
                iam.createRole(request ->
                                request.roleName("Reader")
                                        .assumeRolePolicyDocument(TRUST)
                                        .description("Reads."))
                        .role();

        assertThat(made.arn()).isEqualTo("arn:aws:iam::123456789012:role/Reader");
        assertThat(made.path()).isEqualTo("/");
        assertThat(made.roleId()).matches("AROA[A-Z2-7]{17}");
        assertThat(decoded(made)).isEqualTo(TRUST);
        assertThat(made.description()).isNull();
        assertThat(made.maxSessionDuration()).isNull();
        assertThat(made.hasTags()).isFalse();
        assertThat(made.roleLastUsed()).isNull();
    }

    @Test
    void is_shown_with_all_that_is_known_of_it() {
        make("Reader");

        var shown = iam.getRole(request -> request.roleName("reader")).role();

        assertThat(shown.roleName()).isEqualTo("Reader");
        assertThat(shown.maxSessionDuration()).isEqualTo(3600);
        assertThat(shown.roleLastUsed().lastUsedDate()).isNull();
        assertThat(decoded(shown)).isEqualTo(TRUST);
    }

    @Test
    void may_lie_under_a_path_with_tags_and_a_boundary() {
        iam.createRole(request ->
                request.roleName("Reader")
                        .path("/library/")
                        .assumeRolePolicyDocument(TRUST)
                        .permissionsBoundary("arn:aws:iam::aws:policy/ReadOnlyAccess")
                        .maxSessionDuration(7200)
                        .tags(tag("Team", "Books")));

        var shown = iam.getRole(request -> request.roleName("Reader")).role();

        assertThat(shown.arn()).isEqualTo("arn:aws:iam::123456789012:role/library/Reader");
        assertThat(shown.maxSessionDuration()).isEqualTo(7200);
        assertThat(shown.permissionsBoundary().permissionsBoundaryArn())
                .isEqualTo("arn:aws:iam::aws:policy/ReadOnlyAccess");
        assertThat(shown.permissionsBoundary().permissionsBoundaryTypeAsString())
                .isEqualTo("Policy");
        assertThat(shown.tags()).containsExactly(tag("Team", "Books"));
    }

    @Test
    void is_made_only_once_whatever_the_case_of_its_name() {
        make("Reader");

        assertThat(refusal(() -> make("READER")))
                .isEqualTo("409 EntityAlreadyExists: Role with name READER already exists.");
    }

    @Test
    void is_not_made_with_a_trust_policy_that_is_none() {
        assertThat(refusal(() -> make("Reader", "{}"))).startsWith("400 MalformedPolicyDocument: ");
        assertThat(iam.listRoles().roles()).isEmpty();
    }

    @Test
    void trusts_only_who_is_there() {
        assertThat(refusal(() -> make("Reader", trusting("arn:aws:iam::123456789012:user/nobody"))))
                .isEqualTo(
                        "400 MalformedPolicyDocument: Invalid principal in policy:"
                                + " \"AWS\":\"arn:aws:iam::123456789012:user/nobody\"");

        iam.createUser(request -> request.userName("nobody"));
        make("Reader", trusting("arn:aws:iam::123456789012:user/nobody"));
        make("Writer", trusting("arn:aws:iam::123456789012:role/Reader"));
        make("Guest", trusting("arn:aws:iam::999999999999:role/of-somebody-else"));
    }

    @Test
    void trusts_services_by_their_names() {
        var lambda =
                TRUST.replace("\"AWS\": \"123456789012\"", "\"Service\": \"lambda.amazonaws.com\"");
        make("Function", lambda);

        assertThat(refusal(() -> make("Other", lambda.replace(".amazonaws.com", ""))))
                .isEqualTo(
                        "400 MalformedPolicyDocument: Invalid principal in policy:"
                                + " \"SERVICE\":\"lambda\"");
    }

    /// Source: the page on principals, "the principal ID appears in resource-based policies".
    @Test
    void shows_the_id_of_a_trusted_role_that_was_deleted() {
        var reader = make("Reader");
        make("Writer", trusting(reader.arn()));

        iam.deleteRole(request -> request.roleName("Reader"));
        make("Reader");

        var writer = iam.getRole(request -> request.roleName("Writer")).role();
        assertThat(decoded(writer)).contains(reader.roleId()).doesNotContain(reader.arn());
    }

    @Test
    void is_described_anew() {
        make("Reader");

        iam.updateRole(request ->
                request.roleName("Reader").description("Reads.").maxSessionDuration(7200));
        var described =
                iam.updateRoleDescription(
                                request -> request.roleName("Reader").description("Reads a lot."))
                        .role();

        assertThat(described.description()).isEqualTo("Reads a lot.");
        assertThat(described.maxSessionDuration()).isEqualTo(7200);
    }

    @Test
    void trusts_others_when_told_so() {
        make("Reader");
        var other = TRUST.replace("123456789012", "210987654321");

        iam.updateAssumeRolePolicy(request -> request.roleName("Reader").policyDocument(other));

        assertThat(decoded(iam.getRole(request -> request.roleName("Reader")).role()))
                .isEqualTo(other);
        assertThat(
                        refusal(() ->
                                iam.updateAssumeRolePolicy(request ->
                                        request.roleName("nobody").policyDocument(other))))
                .isEqualTo("404 NoSuchEntity: The role with name nobody cannot be found.");
    }

    @Test
    void is_deleted_once_nothing_hangs_on_it() {
        make("Reader");
        iam.putRolePolicy(request ->
                request.roleName("Reader").policyName("p").policyDocument(allow("s3:GetObject")));
        iam.attachRolePolicy(request ->
                request.roleName("Reader").policyArn("arn:aws:iam::aws:policy/ReadOnlyAccess"));

        assertThat(refusal(() -> delete("Reader")))
                .isEqualTo(
                        "409 DeleteConflict: Cannot delete entity, must detach all policies first.");
        iam.detachRolePolicy(request ->
                request.roleName("Reader").policyArn("arn:aws:iam::aws:policy/ReadOnlyAccess"));
        assertThat(refusal(() -> delete("Reader")))
                .isEqualTo("409 DeleteConflict: Cannot delete entity, must delete policies first.");
        iam.deleteRolePolicy(request -> request.roleName("Reader").policyName("p"));
        delete("Reader");

        assertThat(refusal(() -> delete("Reader")))
                .isEqualTo("404 NoSuchEntity: The role with name Reader cannot be found.");
    }

    @Test
    void is_listed_by_path_and_page_by_page() {
        for (var name : List.of("a", "b", "c")) {
            iam.createRole(request ->
                    request.roleName(name).path("/library/").assumeRolePolicyDocument(TRUST));
        }
        make("elsewhere");

        var first = iam.listRoles(request -> request.pathPrefix("/library").maxItems(2));
        var second =
                iam.listRoles(request ->
                        request.pathPrefix("/library").maxItems(2).marker(first.marker()));

        assertThat(first.isTruncated()).isTrue();
        assertThat(first.roles()).extracting(Role::roleName).containsExactly("a", "b");
        assertThat(second.isTruncated()).isFalse();
        assertThat(second.roles()).extracting(Role::roleName).containsExactly("c");
        assertThat(second.roles().getFirst().maxSessionDuration()).isEqualTo(3600);
        assertThat(iam.listRolesPaginator().roles().stream()).hasSize(4);
    }

    @Test
    void takes_tags_whose_keys_differ_in_more_than_case() {
        make("Reader");

        iam.tagRole(request ->
                request.roleName("Reader").tags(tag("Team", "Books"), tag("Stage", "test")));
        iam.tagRole(request -> request.roleName("Reader").tags(tag("TEAM", "Films")));
        iam.untagRole(request -> request.roleName("Reader").tagKeys("stage", "none"));

        assertThat(iam.listRoleTags(request -> request.roleName("Reader")).tags())
                .containsExactly(tag("Team", "Films"));
        assertThat(
                        refusal(() ->
                                iam.tagRole(request ->
                                        request.roleName("Reader")
                                                .tags(tag("a", "1"), tag("A", "2")))))
                .isEqualTo(
                        "400 InvalidInput: Duplicate tag keys found. Please note that Tag keys"
                                + " are case insensitive.");
    }

    @Test
    void is_kept_within_a_boundary_that_is_there() {
        make("Reader");

        assertThat(
                        refusal(() ->
                                iam.putRolePermissionsBoundary(request ->
                                        request.roleName("Reader")
                                                .permissionsBoundary(
                                                        "arn:aws:iam::123456789012:policy/none"))))
                .isEqualTo(
                        "404 NoSuchEntity: Scope ARN: arn:aws:iam::123456789012:policy/none does"
                                + " not exist or is not attachable.");
        iam.putRolePermissionsBoundary(request ->
                request.roleName("Reader")
                        .permissionsBoundary("arn:aws:iam::aws:policy/ReadOnlyAccess"));
        assertThat(iam.getRole(request -> request.roleName("Reader")).role().permissionsBoundary())
                .isNotNull();
        iam.deleteRolePermissionsBoundary(request -> request.roleName("Reader"));
        assertThat(iam.getRole(request -> request.roleName("Reader")).role().permissionsBoundary())
                .isNull();
    }

    private Role make(String name) {
        return make(name, TRUST);
    }

    private Role make(String name, String trust) {
        return iam.createRole(request -> request.roleName(name).assumeRolePolicyDocument(trust))
                .role();
    }

    private void delete(String name) {
        iam.deleteRole(request -> request.roleName(name));
    }

    private static String trusting(String arn) {
        return TRUST.replace("123456789012", arn);
    }

    private static String allow(String action) {
        return """
        {"Version": "2012-10-17", "Statement": {
          "Effect": "Allow", "Action": "%s", "Resource": "*"}}
        """
                .formatted(action);
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static String decoded(Role role) {
        return URLDecoder.decode(role.assumeRolePolicyDocument(), StandardCharsets.UTF_8);
    }
}
