package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.IamErrors;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which policies a simulation leaves out: exactly one of the three is said.
///
/// Source:
/// [PolicyIdentifier](https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyIdentifier.html)
public record PolicyIdentifier(
        Optional<String> policyType,
        Optional<String> policyArn,
        Optional<InlinePolicyIdentifier> inlinePolicyIdentifier) {

    private static final Pattern ARN =
            Pattern.compile(
                    "arn:aws:iam::([0-9]{12}|aws):policy/[^*]+\\*?[^*]*|arn:aws:iam::([0-9]{12}|aws):policy/\\*[^*]*");

    /// @param attachmentName without wildcards: the documentation has them, the API model does not
    public record InlinePolicyIdentifier(
            String policyName, String attachmentType, String attachmentName) {

        private boolean fits(Entity.Owned owned, String name) {
            return policyName.equals(name)
                    && attachmentType.equals(owned.kind())
                    && attachmentName.equals(owned.name());
        }
    }

    /// @throws groundschool.emulator.AwsException if it says more than one thing, or nothing right
    PolicyIdentifier checked() {
        var said =
                Stream.of(policyType, policyArn, inlinePolicyIdentifier)
                        .filter(Optional::isPresent)
                        .count();
        if (said != 1) {
            throw IamErrors.invalidInput(
                    "A policy identifier must have exactly one of PolicyType, PolicyArn and InlinePolicyIdentifier.");
        }
        policyArn
                .filter(arn -> !ARN.matcher(arn).matches())
                .ifPresent(arn -> {
                    throw IamErrors.invalidInput("ARN %s is not valid.".formatted(arn));
                });
        return this;
    }

    boolean isInline(Entity.Owned owned, String name) {
        return isOfType("inline")
                || inlinePolicyIdentifier.filter(each -> each.fits(owned, name)).isPresent();
    }

    boolean isManaged(String arn) {
        var isAws = arn.startsWith("arn:aws:iam::aws:");
        return isOfType(isAws ? "aws-managed" : "user-managed")
                || policyArn.filter(pattern -> glob(pattern).matcher(arn).matches()).isPresent();
    }

    boolean isBoundary() {
        return isOfType("permission-boundary");
    }

    private boolean isOfType(String type) {
        return policyType.equals(Optional.of(type));
    }

    private static Pattern glob(String text) {
        var regex = new StringBuilder();
        text.chars()
                .forEach(c ->
                        regex.append(
                                switch (c) {
                                    case '*' -> ".*";
                                    case '?' -> ".";
                                    default -> Pattern.quote(String.valueOf((char) c));
                                }));
        return Pattern.compile(regex.toString());
    }
}
