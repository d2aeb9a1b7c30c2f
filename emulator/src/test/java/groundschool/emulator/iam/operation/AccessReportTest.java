package groundschool.emulator.iam.operation;

import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.CloudAccount;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetServiceLastAccessedDetailsResponse;
import software.amazon.awssdk.services.iam.model.PolicyGrantingServiceAccess;
import software.amazon.awssdk.services.iam.model.ServiceLastAccessed;

/// Reports of who used which service last, and by which policies they may.
class AccessReportTest {

    private static final String BOB = "arn:aws:iam::123456789012:user/bob";

    private final CloudAccount account = new CloudAccount();
    private final IamClient iam = account.iam();

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void tells_what_a_user_may_use_and_when_it_did() {
        var bob = account.user("bob");
        account.allow("bob", "dynamodb:*");
        account.allow("bob", "sqs:SendMessage");
        account.dynamoDb(bob).listTables();

        var report = report(BOB);

        assertThat(report.jobStatusAsString()).isEqualTo("COMPLETED");
        assertThat(report.servicesLastAccessed())
                .extracting(
                        ServiceLastAccessed::serviceNamespace,
                        ServiceLastAccessed::serviceName,
                        ServiceLastAccessed::lastAuthenticatedEntity,
                        ServiceLastAccessed::lastAuthenticatedRegion,
                        ServiceLastAccessed::totalAuthenticatedEntities)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(
                                "dynamodb", "Amazon DynamoDB", BOB, "eu-west-1", 1),
                        org.assertj.core.api.Assertions.tuple("sqs", "Amazon SQS", null, null, 0));
    }

    @Test
    void counts_the_use_of_temporary_credentials_as_the_users_own() {
        var bob = account.user("bob");
        account.allow("bob", "dynamodb:*");
        var session = account.sts(bob).getSessionToken().credentials();
        account.dynamoDb(CloudAccount.session(session)).listTables();

        assertThat(report(BOB).servicesLastAccessed().getFirst().lastAuthenticated()).isNotNull();
    }

    @Test
    void tells_who_in_a_group_used_a_service() {
        iam.createGroup(request -> request.groupName("Readers"));
        iam.attachGroupPolicy(request ->
                request.groupName("Readers")
                        .policyArn("arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess"));
        var bob = account.user("bob");
        account.user("eve");
        for (var name : List.of("bob", "eve")) {
            iam.addUserToGroup(request -> request.groupName("Readers").userName(name));
        }
        account.dynamoDb(bob).listTables();

        var job =
                iam.generateServiceLastAccessedDetails(
                                request -> request.arn("arn:aws:iam::123456789012:group/Readers"))
                        .jobId();

        assertThat(
                        iam.getServiceLastAccessedDetailsWithEntities(
                                        request -> request.jobId(job).serviceNamespace("dynamodb"))
                                .entityDetailsList())
                .extracting(
                        each -> each.entityInfo().name(),
                        each -> each.entityInfo().typeAsString(),
                        each -> each.lastAuthenticated() != null)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("bob", "USER", true),
                        org.assertj.core.api.Assertions.tuple("eve", "USER", false));
    }

    @Test
    void lists_the_policies_that_let_somebody_use_a_service() {
        account.user("bob");
        account.allow("bob", "dynamodb:GetItem");
        iam.attachUserPolicy(request ->
                request.userName("bob")
                        .policyArn("arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess"));

        var entry =
                iam.listPoliciesGrantingServiceAccess(
                                request -> request.arn(BOB).serviceNamespaces("dynamodb", "athena"))
                        .policiesGrantingServiceAccess();

        assertThat(entry.getFirst().policies())
                .extracting(
                        PolicyGrantingServiceAccess::policyTypeAsString,
                        PolicyGrantingServiceAccess::entityName,
                        PolicyGrantingServiceAccess::policyArn)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("INLINE", "bob", null),
                        org.assertj.core.api.Assertions.tuple(
                                "MANAGED",
                                null,
                                "arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess"));
        assertThat(entry.get(1).policies()).isEmpty();
    }

    @Test
    void is_refused_of_what_is_not_there() {
        assertThat(refusal(() -> report(BOB)))
                .isEqualTo("404 NoSuchEntity: The user with name bob cannot be found.");
        assertThat(
                        refusal(() ->
                                iam.getServiceLastAccessedDetails(
                                        request -> request.jobId("0".repeat(36)))))
                .startsWith("404 NoSuchEntity: ");
    }

    private GetServiceLastAccessedDetailsResponse report(String arn) {
        var job = iam.generateServiceLastAccessedDetails(request -> request.arn(arn)).jobId();
        return iam.getServiceLastAccessedDetails(request -> request.jobId(job));
    }
}
