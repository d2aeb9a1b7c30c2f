package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.policy.DocumentKind;
import groundschool.emulator.iam.policy.Requester;
import groundschool.emulator.iam.simulation.EvaluationResult;
import groundschool.emulator.iam.simulation.Simulation;
import groundschool.emulator.iam.simulation.Source;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What both operations of the simulator are told, and how they answer.
///
/// @param list which of them, for its pages
record SimulatedRequest(
        String list,
        List<String> actionNames,
        Optional<List<String>> resourceArns,
        Optional<String> marker,
        Optional<Integer> maxItems) {

    /// So that one request cannot hold up the sandbox.
    private static final int MOST_QUESTIONS = 10_000;

    private static final Pattern RESOURCE =
            Pattern.compile("\\*|arn:[^:]*:[^:]*:[^:]*:[^:]*:.+", Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9-]+:[A-Za-z0-9]+");
    private static final Pattern OWNER = Pattern.compile("(?:arn:aws:iam::)?([0-9]{12})(?::root)?");

    /// The simulator's answer.
    public record Response(
            List<EvaluationResult> evaluationResults,
            boolean isTruncated,
            Optional<String> marker) {}

    Response answer(Simulation simulation) {
        for (var action : actionNames) {
            if (!ACTION.matcher(action).matches()) {
                throw IamErrors.invalidInput(
                        "Invalid action name: %s. It must be a service, a colon and an operation, without wildcards."
                                .formatted(action));
            }
        }
        var resources = checked(resourceArns.orElse(List.of()));
        var page = new Paging(list, marker, maxItems).of(actionNames, action -> action);
        if ((long) page.items().size() * resources.size() > MOST_QUESTIONS) {
            throw IamErrors.invalidInput(
                    "The simulator takes at most %d combinations of actions and resources at a time."
                            .formatted(MOST_QUESTIONS));
        }
        var results = page.map(action -> simulation.result(action, resources));
        return new Response(results.items(), results.isTruncated(), results.marker());
    }

    /// IAM's words are those of [ecs-exec-checker
    /// #35](https://github.com/aws-containers/amazon-ecs-exec-checker/issues/35).
    private static List<String> checked(List<String> resources) {
        for (var resource : resources) {
            if (!RESOURCE.matcher(resource).matches()) {
                throw IamErrors.invalidInput(
                        "ResourceNames are not in a valid ARN format: %s.".formatted(resource));
            }
        }
        return resources;
    }

    /// The boundary among those that were passed, of which there may be one.
    static Optional<Source> boundary(Optional<List<String>> texts) {
        var given = Source.given("PermissionsBoundaryPolicyInputList", texts.orElse(List.of()));
        if (given.size() > 1) {
            throw IamErrors.invalidInput(
                    "Only one permissions boundary can be simulated at a time.");
        }
        return given.stream().findFirst();
    }

    static Optional<Source> resourcePolicy(Optional<String> text) {
        return text.map(document ->
                Source.given(
                        "ResourcePolicy", Source.Kind.RESOURCE, DocumentKind.RESOURCE, document));
    }

    /// Who owns what has no account in its ARN. IAM's words are those of [botocore
    /// #1346](https://github.com/boto/botocore/issues/1346), where it refuses the number of an
    /// account, though the API reference wants just that: here it is taken.
    static String owner(Optional<String> resourceOwner, String usual) {
        return resourceOwner
                .map(owner -> {
                    var account = OWNER.matcher(owner);
                    if (!account.matches()) {
                        throw IamErrors.invalidInput(
                                "'%s' is not a valid as a Resource Owner.".formatted(owner));
                    }
                    return account.group(1);
                })
                .orElse(usual);
    }

    /// Unlike AWS, which has rules for EC2 alone, it takes no such option: there is no EC2 here.
    static void refuseOption(Optional<String> resourceHandlingOption) {
        resourceHandlingOption.ifPresent(option -> {
            throw IamErrors.invalidInput(
                    "The resource handling option %s is about EC2, which this emulator does not have."
                            .formatted(option));
        });
    }

    /// As policies see a user, group or role.
    static Requester requester(String arn) {
        var account = Entity.accountOf(arn);
        return arn.startsWith("arn:aws:iam::" + account + ":role/")
                ? Requester.RoleSession.of(account, arn, arn)
                : new Requester.User(account, arn);
    }

    /// "Simulation of resource-based policies isn't supported for IAM roles."
    static void requireNoRole(Optional<String> resourcePolicy, Requester requester) {
        if (resourcePolicy.isPresent() && requester instanceof Requester.RoleSession) {
            throw IamErrors.invalidInput(
                    "Simulation of resource-based policies isn't supported for IAM roles.");
        }
    }
}
