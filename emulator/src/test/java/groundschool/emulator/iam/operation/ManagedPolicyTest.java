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
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyRole;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;
import software.amazon.awssdk.services.iam.model.PolicyUsageType;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.Tag;

/// Managed policies, their versions, and who uses them.
class ManagedPolicyTest {

    private static final String READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    private static final String DOCUMENT =
            """
            {"Version": "2012-10-17", "Statement": [{
              "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "*"}]}
            """;

    private final CloudAccount account = new CloudAccount();
    private final IamClient iam = account.iam();

    @AfterEach
    void close() {
        account.close();
    }

    /// Recorded by LocalStack: `test_managed_policy_with_empty_resource`.
    @Test
    void is_shown_with_its_counts_and_its_tags() {
        var arn = make("Reading").arn();

        var shown = iam.getPolicy(request -> request.policyArn(arn)).policy();

        assertThat(arn).isEqualTo("arn:aws:iam::123456789012:policy/Reading");
        assertThat(shown.policyName()).isEqualTo("Reading");
        assertThat(shown.policyId()).matches("ANPA[A-Z2-7]{17}");
        assertThat(shown.attachmentCount()).isZero();
        assertThat(shown.permissionsBoundaryUsageCount()).isZero();
        assertThat(shown.isAttachable()).isTrue();
        assertThat(shown.defaultVersionId()).isEqualTo("v1");
        assertThat(shown.description()).isEqualTo("Reads.");
        assertThat(shown.tags()).isEmpty();
    }

    @Test
    void has_a_name_of_its_own_whatever_its_path() {
        make("Reading");

        assertThat(
                        refusal(() ->
                                iam.createPolicy(request ->
                                        request.policyName("Reading")
                                                .path("/library/")
                                                .policyDocument(DOCUMENT))))
                .isEqualTo(
                        "409 EntityAlreadyExists: A policy called Reading already exists. Duplicate"
                                + " names are not allowed.");
    }

    @Test
    void is_refused_if_it_is_malformed_or_too_long() {
        assertThat(
                        refusal(() ->
                                iam.createPolicy(
                                        request -> request.policyName("p").policyDocument("{}"))))
                .startsWith("400 MalformedPolicyDocument: ");
        assertThat(
                        refusal(() ->
                                iam.createPolicy(request ->
                                        request.policyName("p")
                                                .policyDocument(
                                                        DOCUMENT.replace(
                                                                "GetObject", "a".repeat(6144))))))
                .isEqualTo("409 LimitExceeded: Cannot exceed quota for PolicySize: 6144");
    }

    @Test
    void counts_for_whom_it_is_attached_to_in_its_default_version() {
        var arn = make("Reading").arn();
        var versioned =
                iam.createPolicyVersion(request ->
                                request.policyArn(arn)
                                        .policyDocument(DOCUMENT.replace("Get", "Put")))
                        .policyVersion();

        assertThat(versioned.versionId()).isEqualTo("v2");
        assertThat(versioned.isDefaultVersion()).isFalse();
        iam.setDefaultPolicyVersion(request -> request.policyArn(arn).versionId("v2"));

        assertThat(iam.listPolicyVersions(request -> request.policyArn(arn)).versions())
                .extracting(PolicyVersion::versionId, PolicyVersion::isDefaultVersion)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("v2", true),
                        org.assertj.core.api.Assertions.tuple("v1", false));
        var document =
                iam.getPolicyVersion(request -> request.policyArn(arn).versionId("v2"))
                        .policyVersion()
                        .document();
        assertThat(URLDecoder.decode(document, StandardCharsets.UTF_8)).contains("PutObject");
    }

    @Test
    void has_five_versions_at_most_and_never_uses_a_number_again() {
        var arn = make("Reading").arn();
        for (var i = 0; i < 4; i++) {
            addVersion(arn);
        }

        assertThat(refusal(() -> addVersion(arn)))
                .isEqualTo(
                        "409 LimitExceeded: A managed policy can have up to 5 versions. Before you"
                                + " create a new version, you must delete an existing version.");
        iam.deletePolicyVersion(request -> request.policyArn(arn).versionId("v5"));

        assertThat(addVersion(arn)).isEqualTo("v6");
    }

    @Test
    void keeps_the_version_that_counts() {
        var arn = make("Reading").arn();

        assertThat(
                        refusal(() ->
                                iam.deletePolicyVersion(
                                        request -> request.policyArn(arn).versionId("v1"))))
                .isEqualTo("409 DeleteConflict: Cannot delete the default version of a policy.");
        assertThat(
                        refusal(() ->
                                iam.setDefaultPolicyVersion(
                                        request -> request.policyArn(arn).versionId("v9"))))
                .isEqualTo(
                        "404 NoSuchEntity: Policy %s version v9 does not exist or is not attachable."
                                .formatted(arn));
    }

    @Test
    void is_deleted_once_nobody_uses_it_and_one_version_is_left() {
        var arn = make("Reading").arn();
        makeRole("Reader");
        iam.attachRolePolicy(request -> request.roleName("Reader").policyArn(arn));
        addVersion(arn);

        assertThat(refusal(() -> delete(arn)))
                .isEqualTo("409 DeleteConflict: Cannot delete a policy attached to entities.");
        iam.detachRolePolicy(request -> request.roleName("Reader").policyArn(arn));
        assertThat(refusal(() -> delete(arn)))
                .isEqualTo(
                        "409 DeleteConflict: This policy has more than one version. Before you"
                                + " delete a policy, you must delete the policy's versions. The"
                                + " default version is deleted with the policy.");
        iam.deletePolicyVersion(request -> request.policyArn(arn).versionId("v2"));
        delete(arn);

        assertThat(refusal(() -> delete(arn)))
                .isEqualTo("404 NoSuchEntity: Policy %s was not found.".formatted(arn));
    }

    @Test
    void of_aws_is_for_reading_only() {
        assertThat(refusal(() -> delete(READ_ONLY)))
                .isEqualTo("403 AccessDenied: Policy is outside your own account.");
        assertThat(refusal(() -> addVersion(READ_ONLY)))
                .isEqualTo("403 AccessDenied: Policy is outside your own account.");
        assertThat(iam.getPolicy(request -> request.policyArn(READ_ONLY)).policy().policyName())
                .isEqualTo("ReadOnlyAccess");
    }

    @Test
    void is_listed_by_scope_path_and_use() {
        var arn = make("Reading").arn();
        iam.createPolicy(request ->
                request.policyName("Library").path("/library/").policyDocument(DOCUMENT));
        makeRole("Reader");
        iam.attachRolePolicy(request -> request.roleName("Reader").policyArn(READ_ONLY));
        iam.putRolePermissionsBoundary(
                request -> request.roleName("Reader").permissionsBoundary(arn));

        assertThat(
                        names(
                                iam.listPolicies(request -> request.scope(PolicyScopeType.LOCAL))
                                        .policies()))
                .containsExactlyInAnyOrder("Reading", "Library");
        assertThat(names(iam.listPolicies(request -> request.pathPrefix("/library/")).policies()))
                .containsExactly("Library");
        // The administrator of the account is there, too.
        assertThat(names(iam.listPolicies(request -> request.onlyAttached(true)).policies()))
                .containsExactlyInAnyOrder("ReadOnlyAccess", "AdministratorAccess");
        assertThat(
                        names(
                                iam.listPolicies(request ->
                                                request.policyUsageFilter(
                                                        PolicyUsageType.PERMISSIONS_BOUNDARY))
                                        .policies()))
                .containsExactly("Reading");
        assertThat(
                        iam
                                .listPoliciesPaginator(
                                        request -> request.scope(PolicyScopeType.AWS))
                                .policies()
                                .stream()
                                .filter(policy -> policy.arn().equals(READ_ONLY)))
                .singleElement()
                .extracting(Policy::attachmentCount)
                .isEqualTo(1);
    }

    @Test
    void tells_who_uses_it() {
        var arn = make("Reading").arn();
        makeRole("Reader");
        makeRole("Writer");
        iam.attachRolePolicy(request -> request.roleName("Reader").policyArn(arn));
        iam.putRolePermissionsBoundary(
                request -> request.roleName("Writer").permissionsBoundary(arn));

        assertThat(iam.listEntitiesForPolicy(request -> request.policyArn(arn)).policyRoles())
                .extracting(PolicyRole::roleName)
                .containsExactly("Reader", "Writer");
        assertThat(
                        iam.listEntitiesForPolicy(request ->
                                        request.policyArn(arn)
                                                .policyUsageFilter(
                                                        PolicyUsageType.PERMISSIONS_BOUNDARY))
                                .policyRoles())
                .extracting(PolicyRole::roleName)
                .containsExactly("Writer");
        assertThat(
                        iam.listEntitiesForPolicy(
                                        request -> request.policyArn(arn).entityFilter("User"))
                                .policyRoles())
                .isEmpty();
        assertThat(iam.getPolicy(request -> request.policyArn(arn)).policy())
                .extracting(Policy::attachmentCount, Policy::permissionsBoundaryUsageCount)
                .containsExactly(1, 1);
    }

    @Test
    void takes_tags() {
        var arn = make("Reading").arn();

        iam.tagPolicy(request ->
                request.policyArn(arn)
                        .tags(
                                Tag.builder().key("Team").value("Books").build(),
                                Tag.builder().key("Stage").value("test").build()));
        iam.untagPolicy(request -> request.policyArn(arn).tagKeys("Stage"));

        assertThat(iam.listPolicyTags(request -> request.policyArn(arn)).tags())
                .containsExactly(Tag.builder().key("Team").value("Books").build());
    }

    private Policy make(String name) {
        return iam.createPolicy(request ->
                        request.policyName(name).description("Reads.").policyDocument(DOCUMENT))
                .policy();
    }

    private void makeRole(String name) {
        iam.createRole(request ->
                request.roleName(name)
                        .assumeRolePolicyDocument(
                                """
                                {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
                                  "Principal": {"AWS": "123456789012"},
                                  "Action": "sts:AssumeRole"}}
                                """));
    }

    private String addVersion(String arn) {
        return iam.createPolicyVersion(request -> request.policyArn(arn).policyDocument(DOCUMENT))
                .policyVersion()
                .versionId();
    }

    private void delete(String arn) {
        iam.deletePolicy(request -> request.policyArn(arn));
    }

    private static List<String> names(List<Policy> policies) {
        return policies.stream().map(Policy::policyName).toList();
    }
}
