package groundschool.emulator.cognitoidentity;

import groundschool.emulator.Address;
import groundschool.emulator.Request;
import groundschool.emulator.Service;
import groundschool.emulator.cognitoidentity.operation.CognitoIdentityOperation;
import groundschool.emulator.sandbox.Storage;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;

/// Amazon Cognito identity pools: credentials of AWS for people who signed in elsewhere, and for
/// guests.
public final class CognitoIdentity implements Service<IdentityPools> {

    /// The service, of which one is enough.
    public static final CognitoIdentity SERVICE = new CognitoIdentity();

    private CognitoIdentity() {}

    @Override
    public String name() {
        return "cognito-identity";
    }

    @Override
    public Address address() {
        return new Address.Target("AWSCognitoIdentityService");
    }

    @Override
    public Class<? extends Request<IdentityPools>> operations() {
        return CognitoIdentityOperation.class;
    }

    @Override
    public JacksonModule json() {
        return new SimpleModule("cognito-identity");
    }

    @Override
    public IdentityPools open(Storage storage) {
        return new IdentityPools(storage);
    }
}
