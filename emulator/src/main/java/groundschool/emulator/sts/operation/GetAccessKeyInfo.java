package groundschool.emulator.sts.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.sts.StsErrors;
import java.util.List;

/// Says which account an access key belongs to, whether or not it is still good.
///
/// Unlike AWS, which reads the account off any key's id, it knows those that this emulator has
/// given out; ids of temporary keys are taken for the caller's own account's.
///
/// Source:
/// [GetAccessKeyInfo](https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html)
public record GetAccessKeyInfo(String accessKeyId) implements StsOperation {

    public record Response(String account) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return List.of(Access.to("sts:GetAccessKeyInfo", "*"));
    }

    @Override
    public Response run(Identities identities, Call call) {
        return new Response(
                call.keys()
                        .accountOf(accessKeyId)
                        .orElseGet(() -> {
                            if (accessKeyId.startsWith("ASIA")) {
                                return call.account();
                            }
                            throw StsErrors.validation(
                                    "Invalid Access Key: %s".formatted(accessKeyId));
                        }));
    }
}
