package groundschool.emulator.cognito;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceServerScopeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

class GroupsTest {

    private final CognitoCloud cloud = new CognitoCloud();
    private final String pool = cloud.pool();
    private final String client = cloud.client(pool);

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void people_join_and_leave_groups() {
        cloud.user(client, "ada");
        cloud.admin.createGroup(group -> group.userPoolId(pool).groupName("staff"));
        assertThat(
                        refusal(() ->
                                cloud.admin.createGroup(
                                        group -> group.userPoolId(pool).groupName("staff"))))
                .isEqualTo("GroupExistsException: A group with the name staff already exists.");

        cloud.admin.adminAddUserToGroup(
                join -> join.userPoolId(pool).username("ada").groupName("staff"));

        assertThat(
                        cloud.admin
                                .listUsersInGroup(list -> list.userPoolId(pool).groupName("staff"))
                                .users())
                .extracting(UserType::username)
                .containsExactly("ada");
        cloud.admin.adminRemoveUserFromGroup(
                leave -> leave.userPoolId(pool).username("ada").groupName("staff"));
        assertThat(
                        cloud.admin
                                .adminListGroupsForUser(
                                        list -> list.userPoolId(pool).username("ada"))
                                .groups())
                .isEmpty();
    }

    @Test
    void a_deleted_group_is_gone_for_its_members() {
        cloud.user(client, "ada");
        cloud.admin.createGroup(group -> group.userPoolId(pool).groupName("staff"));
        cloud.admin.adminAddUserToGroup(
                join -> join.userPoolId(pool).username("ada").groupName("staff"));

        cloud.admin.deleteGroup(group -> group.userPoolId(pool).groupName("staff"));

        assertThat(CognitoCloud.claims(cloud.signIn(client, "ada").idToken()))
                .doesNotContainKey("cognito:groups");
        assertThat(
                        refusal(() ->
                                cloud.admin.getGroup(
                                        group -> group.userPoolId(pool).groupName("staff"))))
                .isEqualTo("ResourceNotFoundException: Group not found.");
    }

    @Test
    void two_groups_that_count_as_much_prefer_no_role() {
        cloud.user(client, "ada");
        for (var name : List.of("a", "b")) {
            cloud.admin.createGroup(group ->
                    group.userPoolId(pool)
                            .groupName(name)
                            .precedence(1)
                            .roleArn("arn:aws:iam::111122223333:role/" + name));
            cloud.admin.adminAddUserToGroup(
                    join -> join.userPoolId(pool).username("ada").groupName(name));
        }

        assertThat(CognitoCloud.claims(cloud.signIn(client, "ada").idToken()))
                .containsKey("cognito:roles")
                .doesNotContainKey("cognito:preferred_role");
    }

    @Test
    void resource_servers_say_what_there_is_to_allow() {
        cloud.admin.createResourceServer(server ->
                server.userPoolId(pool)
                        .identifier("shop")
                        .name("Shop")
                        .scopes(
                                ResourceServerScopeType.builder()
                                        .scopeName("read")
                                        .scopeDescription("Look")
                                        .build()));

        cloud.client(
                pool,
                wish ->
                        wish.allowedOAuthFlowsUserPoolClient(true)
                                .allowedOAuthFlows(OAuthFlowType.CLIENT_CREDENTIALS)
                                .generateSecret(true)
                                .allowedOAuthScopes("shop/read"));
        assertThat(refusal(() -> cloud.client(pool, wish -> wish.allowedOAuthScopes("shop/write"))))
                .startsWith("ScopeDoesNotExistException");
        cloud.admin.deleteResourceServer(delete -> delete.userPoolId(pool).identifier("shop"));
        assertThat(cloud.admin.listResourceServers(list -> list.userPoolId(pool)).resourceServers())
                .isEmpty();
    }
}
