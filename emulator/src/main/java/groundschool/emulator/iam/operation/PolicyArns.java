package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import java.util.regex.Pattern;

/// The ARN of a managed policy that an operation names.
///
/// Source: answers of IAM as people quote them, such as [terraform-provider-aws
/// #1337](https://github.com/hashicorp/terraform-provider-aws/issues/1337)
final class PolicyArns {

    private static final Pattern ARN =
            Pattern.compile("arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy/[\\u0021-\\u007E]+");

    private PolicyArns() {}

    /// @throws groundschool.emulator.AwsException if it is the ARN of no managed policy
    static String checked(String arn) {
        if (!ARN.matcher(arn).matches()) {
            throw IamErrors.invalidInput("ARN %s is not valid.".formatted(arn));
        }
        return arn;
    }

    /// One that can be attached.
    ///
    /// @throws groundschool.emulator.AwsException if there is none
    static String attachable(Identities identities, String arn) {
        if (identities.policy(checked(arn)).isEmpty()) {
            throw IamErrors.noSuchEntity(
                    "Policy %s does not exist or is not attachable.".formatted(arn));
        }
        return arn;
    }
}
