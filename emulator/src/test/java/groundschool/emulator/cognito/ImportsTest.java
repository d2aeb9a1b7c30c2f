package groundschool.emulator.cognito;

import static groundschool.emulator.cognito.CognitoCloud.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserImportJobStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserImportJobType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;

/// People who are added from a file.
class ImportsTest {

    private static final String ROLE = "arn:aws:iam::111122223333:role/importer";

    private final CognitoCloud cloud = new CognitoCloud();
    private final String pool = cloud.pool();
    private final String client = cloud.client(pool);

    @AfterEach
    void close() {
        cloud.close();
    }

    private UserImportJobType create() {
        return cloud.admin
                .createUserImportJob(
                        job -> job.userPoolId(pool).jobName("move").cloudWatchLogsRoleArn(ROLE))
                .userImportJob();
    }

    private List<String> header() {
        return cloud.admin.getCSVHeader(get -> get.userPoolId(pool)).csvHeader();
    }

    /// A line in the order of the header.
    private String line(String... namesAndValues) {
        var values = CognitoCloud.map(namesAndValues);
        return header().stream()
                .map(name -> values.getOrDefault(name, ""))
                .collect(Collectors.joining(","));
    }

    private String person(String name) {
        return line(
                "cognito:username",
                name,
                "cognito:mfa_enabled",
                "FALSE",
                "name",
                name + "\\, who reads",
                "email",
                name + "@example.com",
                "email_verified",
                "TRUE",
                "phone_number_verified",
                "FALSE");
    }

    private String file(String... lines) {
        return String.join(",", header()) + "\n" + String.join("\n", lines) + "\n";
    }

    private static int put(String address, String csv) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .header("x-amz-server-side-encryption", "aws:kms")
                                    .PUT(HttpRequest.BodyPublishers.ofString(csv))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private UserImportJobType start(UserImportJobType job) {
        cloud.admin.startUserImportJob(it -> it.userPoolId(pool).jobId(job.jobId()));
        return cloud.admin
                .describeUserImportJob(it -> it.userPoolId(pool).jobId(job.jobId()))
                .userImportJob();
    }

    @Test
    void the_people_of_a_file_come_in_and_choose_a_password() {
        assertThat(header()).contains("cognito:username", "cognito:mfa_enabled", "email_verified");
        cloud.signUp(client, "bob");
        var job = create();
        assertThat(job.statusAsString()).isEqualTo("Created");
        assertThat(job.jobId()).startsWith("import-");

        assertThat(
                        put(
                                job.preSignedUrl(),
                                file(
                                        person("ada"),
                                        person("bob"),
                                        line("cognito:username", "eve", "email", "eve@example.com"),
                                        "too,few")))
                .isEqualTo(200);
        var done = start(job);

        assertThat(done.status()).isEqualTo(UserImportJobStatusType.SUCCEEDED);
        assertThat(List.of(done.importedUsers(), done.skippedUsers(), done.failedUsers()))
                .containsExactly(1L, 1L, 2L);
        assertThat(done.completionMessage()).isEqualTo("Import Job Completed Successfully.");
        var ada = cloud.admin.adminGetUser(get -> get.userPoolId(pool).username("ada"));
        assertThat(ada.userStatus()).isEqualTo(UserStatusType.RESET_REQUIRED);
        assertThat(ada.userAttributes()).contains(CognitoCloud.attribute("name", "ada, who reads"));
        assertThat(refusal(() -> cloud.signIn(client, "ada")))
                .isEqualTo("PasswordResetRequiredException: Password reset required for the user");

        cloud.anybody.forgotPassword(forgot -> forgot.clientId(client).username("ada"));
        cloud.anybody.confirmForgotPassword(confirm ->
                confirm.clientId(client)
                        .username("ada")
                        .confirmationCode(cloud.code())
                        .password(CognitoCloud.PASSWORD));
        assertThat(cloud.signIn(client, "ada").accessToken()).isNotEmpty();
    }

    @Test
    void what_became_of_each_line_is_in_the_log_that_the_role_may_write() {
        cloud.call(
                "iam",
                "CreateRole",
                """
                {"RoleName": "importer", "AssumeRolePolicyDocument": "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"sts:AssumeRole\\",\\"Principal\\":{\\"Service\\":\\"cognito-idp.amazonaws.com\\"}}]}"}
                """);
        cloud.call(
                "iam",
                "PutRolePolicy",
                """
                {"RoleName": "importer", "PolicyName": "logs", "PolicyDocument": "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Action\\":\\"logs:*\\",\\"Resource\\":\\"*\\"}]}"}
                """);
        var job = create();
        put(
                job.preSignedUrl(),
                file(person("ada"), line("cognito:username", "eve", "email", "eve@example.com")));
        start(job);

        var events =
                cloud.call(
                        "logs",
                        "FilterLogEvents",
                        "{\"logGroupName\": \"/aws/cognito/userpools/%s/move\"}".formatted(pool));

        assertThat(events.path("events").values())
                .extracting(event -> event.path("message").asString())
                .containsExactly(
                        "[SUCCEEDED] Line Number 2 - The import succeeded.",
                        "[FAILED] Line Number 3 - The User Record does not set any of the auto verified attributes to true. (Example: email_verified to true).");
    }

    @Test
    void a_file_that_is_none_fails_the_job() {
        var other = create();
        put(other.preSignedUrl(), "name,age\nada,36\n");
        assertThat(start(other).completionMessage()).contains("header");

        var nobody = create();
        put(nobody.preSignedUrl(), file("too,few"));
        var failed = start(nobody);

        assertThat(failed.status()).isEqualTo(UserImportJobStatusType.FAILED);
        assertThat(failed.completionMessage())
                .isEqualTo("Too many users have failed or been skipped during the import.");
    }

    @Test
    void a_job_starts_once_with_a_file_and_in_time() {
        var job = create();
        assertThat(refusal(() -> start(job))).startsWith("PreconditionNotMetException: ");
        put(job.preSignedUrl(), file(person("ada")));
        start(job);
        assertThat(refusal(() -> start(job))).startsWith("PreconditionNotMetException: ");

        var stopped = create();
        cloud.admin.stopUserImportJob(it -> it.userPoolId(pool).jobId(stopped.jobId()));
        assertThat(put(stopped.preSignedUrl(), file(person("bob")))).isEqualTo(403);

        var late = create();
        cloud.advance(Duration.ofMinutes(16));
        assertThat(put(late.preSignedUrl(), file(person("bob")))).isEqualTo(403);
        cloud.advance(Duration.ofHours(24));
        assertThat(
                        cloud.admin
                                .listUserImportJobs(all -> all.userPoolId(pool).maxResults(10))
                                .userImportJobs())
                .extracting(UserImportJobType::statusAsString)
                .containsExactlyInAnyOrder("Expired", "Stopped", "Succeeded");
    }

    @Test
    void nobody_puts_a_file_without_the_job_s_address() {
        var job = create();
        var address = job.preSignedUrl();

        assertThat(put(address.substring(0, address.length() - 6) + "AAAAAA", "x")).isEqualTo(403);
        assertThat(put(address.replace(job.jobId(), "import-0000000000"), "x")).isEqualTo(403);
        assertThat(put(address.substring(0, address.indexOf('?')), "x")).isEqualTo(403);
    }
}
