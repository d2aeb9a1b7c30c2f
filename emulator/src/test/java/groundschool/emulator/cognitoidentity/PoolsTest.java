package groundschool.emulator.cognitoidentity;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.CloudAccount;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.cognitoidentity.model.AmbiguousRoleResolutionType;
import software.amazon.awssdk.services.cognitoidentity.model.CognitoIdentityProvider;
import software.amazon.awssdk.services.cognitoidentity.model.RoleMapping;
import software.amazon.awssdk.services.cognitoidentity.model.RoleMappingType;

/// Pools, what they are set to, and whom they know.
class PoolsTest {

    private final Application application = new Application();

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void a_pool_is_what_it_was_set_to() {
        var provider =
                CognitoIdentityProvider.builder()
                        .providerName("cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abcdefghi")
                        .clientId("client")
                        .serverSideTokenCheck(false)
                        .build();
        var made =
                application
                        .pools()
                        .createIdentityPool(request ->
                                request.identityPoolName("shop")
                                        .allowUnauthenticatedIdentities(true)
                                        .developerProviderName("login.my.shop")
                                        .cognitoIdentityProviders(provider)
                                        .identityPoolTags(Map.of("team", "shop")));

        var told =
                application
                        .pools()
                        .describeIdentityPool(
                                request -> request.identityPoolId(made.identityPoolId()));
        assertThat(told.identityPoolName()).isEqualTo("shop");
        assertThat(told.allowUnauthenticatedIdentities()).isTrue();
        assertThat(told.allowClassicFlow()).isNull();
        assertThat(told.cognitoIdentityProviders()).containsExactly(provider);
        assertThat(told.identityPoolTags()).isEqualTo(Map.of("team", "shop"));
        application
                .pools()
                .updateIdentityPool(request ->
                        request.identityPoolId(made.identityPoolId())
                                .identityPoolName("shop 2")
                                .developerProviderName("login.my.shop")
                                .allowUnauthenticatedIdentities(false));
        var updated =
                application
                        .pools()
                        .describeIdentityPool(
                                request -> request.identityPoolId(made.identityPoolId()));
        assertThat(updated.identityPoolName()).isEqualTo("shop 2");
        assertThat(updated.hasCognitoIdentityProviders()).isFalse();
    }

    @Test
    void pools_and_people_are_listed_in_pages() {
        IntStream.range(0, 3).forEach(_ -> application.pool(_ -> {}));
        var pool = application.pool(request -> request.allowUnauthenticatedIdentities(true));
        IntStream.range(0, 3).forEach(_ -> application.guest(pool));

        var first = application.pools().listIdentityPools(request -> request.maxResults(3));
        var second =
                application
                        .pools()
                        .listIdentityPools(
                                request -> request.maxResults(3).nextToken(first.nextToken()));
        assertThat(first.identityPools()).hasSize(3);
        assertThat(second.identityPools()).hasSize(1);
        assertThat(second.nextToken()).isNull();
        var people =
                application
                        .pools()
                        .listIdentities(request -> request.identityPoolId(pool).maxResults(2));
        assertThat(people.identities()).hasSize(2);
        assertThat(
                        application
                                .pools()
                                .listIdentities(request ->
                                        request.identityPoolId(pool)
                                                .maxResults(2)
                                                .nextToken(people.nextToken()))
                                .identities())
                .hasSize(1);
        assertThat(
                        refusal(() ->
                                application
                                        .pools()
                                        .listIdentityPools(request ->
                                                request.maxResults(1).nextToken("nonsense"))))
                .startsWith("400 InvalidParameterException");
    }

    @Test
    void people_and_pools_are_forgotten() {
        var pool = application.pool(request -> request.allowUnauthenticatedIdentities(true));
        var gone = application.guest(pool);
        var last = application.guest(pool);

        application.pools().deleteIdentities(request -> request.identityIdsToDelete(gone));

        assertThat(refusal(() -> application.credentials(gone)))
                .isEqualTo(
                        "400 ResourceNotFoundException: Identity '%s' not found.".formatted(gone));
        application.pools().deleteIdentityPool(request -> request.identityPoolId(pool));
        assertThat(refusal(() -> application.credentials(last))).contains("not found.");
        assertThat(refusal(() -> application.guest(pool)))
                .isEqualTo(
                        "400 ResourceNotFoundException: IdentityPool '%s' not found."
                                .formatted(pool));
    }

    @Test
    void labels_are_added_and_taken() {
        var pool = application.pool(_ -> {});
        var arn = "arn:aws:cognito-identity:eu-west-1:123456789012:identitypool/" + pool;

        application
                .pools()
                .tagResource(request ->
                        request.resourceArn(arn).tags(Map.of("team", "shop", "stage", "test")));
        application.pools().untagResource(request -> request.resourceArn(arn).tagKeys("stage"));

        assertThat(
                        application
                                .pools()
                                .listTagsForResource(request -> request.resourceArn(arn))
                                .tags())
                .isEqualTo(Map.of("team", "shop"));
    }

    @Test
    void who_gives_a_pool_roles_must_be_allowed_to_pass_them() {
        var pool = application.pool(_ -> {});
        var role =
                application.role(
                        "Member", pool, "authenticated", CloudAccount.policy("Allow", "*"));
        var alice =
                application.client(
                        StaticCredentialsProvider.create(application.account().user("alice")));
        application.account().allow("alice", "cognito-identity:*");

        assertThat(
                        refusal(() ->
                                alice.setIdentityPoolRoles(request ->
                                        request.identityPoolId(pool)
                                                .roles(Map.of("authenticated", role)))))
                .contains("is not authorized to perform: iam:PassRole on resource: " + role);
        application.account().allow("alice", "iam:PassRole");
        alice.setIdentityPoolRoles(
                request -> request.identityPoolId(pool).roles(Map.of("authenticated", role)));
    }

    @Test
    void a_mapping_by_rules_needs_rules() {
        var pool = application.pool(_ -> {});

        assertThat(
                        refusal(() ->
                                application
                                        .pools()
                                        .setIdentityPoolRoles(request ->
                                                request.identityPoolId(pool)
                                                        .roles(Map.of())
                                                        .roleMappings(
                                                                Map.of(
                                                                        "id.example.com",
                                                                        RoleMapping.builder()
                                                                                .type(
                                                                                        RoleMappingType
                                                                                                .RULES)
                                                                                .ambiguousRoleResolution(
                                                                                        AmbiguousRoleResolutionType
                                                                                                .DENY)
                                                                                .build())))))
                .startsWith("400 InvalidParameterException");
    }
}
