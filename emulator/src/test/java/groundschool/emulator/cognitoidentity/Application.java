package groundschool.emulator.cognitoidentity;

import groundschool.emulator.iam.CloudAccount;
import groundschool.emulator.sdk.EmulatorHttpClient;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentity.CognitoIdentityClient;
import software.amazon.awssdk.services.cognitoidentity.model.CreateIdentityPoolRequest;
import software.amazon.awssdk.services.cognitoidentity.model.GetCredentialsForIdentityResponse;

/// An account with identity pools, by the AWS SDK for Java 2: as its administrator, and as an
/// application that has no credentials.
final class Application implements AutoCloseable {

    private final CloudAccount account;
    private final CognitoIdentityClient administrator;
    private final CognitoIdentityClient anybody;

    Application() {
        this(new CloudAccount());
    }

    Application(CloudAccount account) {
        this.account = account;
        this.administrator =
                client(StaticCredentialsProvider.create(account.administratorCredentials()));
        this.anybody = client(AnonymousCredentialsProvider.create());
    }

    CloudAccount account() {
        return account;
    }

    /// Identity pools, called by the administrator.
    CognitoIdentityClient pools() {
        return administrator;
    }

    /// Identity pools, called without a signature.
    CognitoIdentityClient app() {
        return anybody;
    }

    CognitoIdentityClient client(AwsCredentialsProvider credentials) {
        return CognitoIdentityClient.builder()
                .httpClient(new EmulatorHttpClient(account.emulator()))
                .endpointOverride(URI.create("http://localhost"))
                .credentialsProvider(credentials)
                .region(Region.EU_WEST_1)
                .build();
    }

    /// The ID of a new pool.
    String pool(Consumer<CreateIdentityPoolRequest.Builder> request) {
        return administrator
                .createIdentityPool(builder ->
                        request.accept(
                                builder.identityPoolName("shop")
                                        .allowUnauthenticatedIdentities(false)))
                .identityPoolId();
    }

    /// The ARN of a new role that lets people of a pool do an action.
    ///
    /// @param amr how they must have come in, such as `authenticated`
    String role(String name, String poolId, String amr, String policy) {
        account.iam()
                .createRole(request ->
                        request.roleName(name)
                                .assumeRolePolicyDocument(
                                        """
                                        {"Version": "2012-10-17", "Statement": [{
                                          "Effect": "Allow",
                                          "Principal": {"Federated": "cognito-identity.amazonaws.com"},
                                          "Action": ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"],
                                          "Condition": {
                                            "StringEquals": {"cognito-identity.amazonaws.com:aud": "%s"},
                                            "ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": "%s"}}}]}
                                        """
                                                .formatted(poolId, amr)));
        account.iam()
                .putRolePolicy(request ->
                        request.roleName(name).policyName("work").policyDocument(policy));
        return "arn:aws:iam::%s:role/%s".formatted(CloudAccount.ID, name);
    }

    void give(String poolId, Map<String, String> roles) {
        administrator.setIdentityPoolRoles(request -> request.identityPoolId(poolId).roles(roles));
    }

    String guest(String poolId) {
        return anybody.getId(request -> request.identityPoolId(poolId)).identityId();
    }

    AwsCredentials credentials(String identityId) {
        return credentials(
                anybody.getCredentialsForIdentity(request -> request.identityId(identityId)));
    }

    AwsCredentials credentials(String identityId, Map<String, String> logins) {
        return credentials(
                anybody.getCredentialsForIdentity(
                        request -> request.identityId(identityId).logins(logins)));
    }

    private static AwsCredentials credentials(GetCredentialsForIdentityResponse answer) {
        return AwsSessionCredentials.create(
                answer.credentials().accessKeyId(),
                answer.credentials().secretKey(),
                answer.credentials().sessionToken());
    }

    @Override
    public void close() {
        account.close();
    }
}
