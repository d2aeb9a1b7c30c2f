package groundschool.emulator.cognito;

import groundschool.emulator.Address;
import groundschool.emulator.Request;
import groundschool.emulator.Service;
import groundschool.emulator.cognito.operation.CognitoIdpOperation;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Storage;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;

/// Amazon Cognito user pools: directories of people who sign in to an application.
public final class CognitoIdp implements Service<UserPools> {

    /// The service, of which one is enough.
    public static final CognitoIdp SERVICE = new CognitoIdp();

    @Override
    public String name() {
        return "cognito-idp";
    }

    @Override
    public Address address() {
        return new Address.Target("AWSCognitoIdentityProviderService");
    }

    @Override
    public Class<? extends Request<UserPools>> operations() {
        return CognitoIdpOperation.class;
    }

    @Override
    public JacksonModule json() {
        return new SimpleModule("cognito-idp");
    }

    /// "This operation has a 2-megabyte request-size limit."
    @Override
    public long bodyLimitBytes(String operation) {
        return operation.endsWith("ManagedLoginBranding") ? 2 * USUAL_BODY_BYTES : USUAL_BODY_BYTES;
    }

    @Override
    public UserPools open(Storage storage) {
        throw new IllegalStateException("User pools need a whole sandbox.");
    }

    @Override
    public UserPools open(Sandbox sandbox) {
        return new UserPools(sandbox);
    }
}
