package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.TrustedPrincipals;
import groundschool.emulator.iam.credential.Credentials;
import groundschool.emulator.iam.mfa.MfaDevices;
import java.util.List;

/// Removes a user that nothing belongs to any more.
///
/// Source: [DeleteUser](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html)
public record DeleteUser(String userName) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.user("iam:DeleteUser", identities, call, userName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var user = Known.user(identities, userName);
        refuseIf(identities.keysOf(user.id()).findAny().isPresent(), "delete access keys");
        refuseIf(!user.grants().inline().isEmpty(), "delete policies");
        refuseIf(!user.grants().attached().isEmpty(), "detach all policies");
        refuseIf(!user.groups().isEmpty(), "remove users from group");
        refuseIf(user.login().isPresent(), "delete login profile");
        refuseIf(
                MfaDevices.in(identities).of(user.id()).findAny().isPresent(), "delete MFA device");
        var credentials = Credentials.in(identities);
        refuseIf(
                credentials.signingCertificatesOf(user.id()).findAny().isPresent(),
                "delete signing certificates");
        var isReferred =
                credentials.sshKeysOf(user.id()).findAny().isPresent()
                        || credentials
                                .serviceCredentials()
                                .anyMatch(each -> each.userId().equals(user.id()));
        refuseIf(isReferred, "remove referenced objects");
        identities.remove(user);
        TrustedPrincipals.isGone(identities, user.arn(call.account()), user.id());
        return new Done();
    }

    private static void refuseIf(boolean hasSome, String what) {
        if (hasSome) {
            throw IamErrors.deleteConflict("Cannot delete entity, must %s first.".formatted(what));
        }
    }
}
