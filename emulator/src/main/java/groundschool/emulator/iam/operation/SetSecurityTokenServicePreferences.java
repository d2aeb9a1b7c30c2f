package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Says which tokens STS's global endpoint gives out.
///
/// Unlike AWS, the emulator's tokens are good in all Regions, whichever version is set: it shows in
/// GetAccountSummary.
///
/// Source:
/// [SetSecurityTokenServicePreferences](https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetSecurityTokenServicePreferences.html)
public record SetSecurityTokenServicePreferences(String globalEndpointTokenVersion)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.account("iam:SetSecurityTokenServicePreferences");
    }

    @Override
    public Done run(Identities identities, Call call) {
        var version = globalEndpointTokenVersion.equals("v2Token") ? 2 : 1;
        identities.put(identities.settings().givingTokens(version));
        return new Done();
    }
}
