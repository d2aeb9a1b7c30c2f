package groundschool.emulator.lambda.operation;

import groundschool.emulator.lambda.LambdaErrors;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// Parameters that are refused by name, unless they say what is so anyway: clients send empty ones.
final class Refused {

    private Refused() {}

    /// A function outside of all networks may say so.
    static void vpcConfig(Optional<Object> given) {
        LambdaErrors.refuse("VpcConfig", given.filter(Refused::saysSomething).isPresent());
    }

    static void deadLetterConfig(Optional<Object> given) {
        LambdaErrors.refuse(
                "DeadLetterConfig (queues of SQS and topics of SNS)",
                given.filter(Refused::saysSomething).isPresent());
    }

    static void list(String name, Optional<Object> given) {
        LambdaErrors.refuse(name, given.filter(Refused::saysSomething).isPresent());
    }

    private static boolean saysSomething(Object given) {
        return switch (given) {
            case Map<?, ?> members -> members.values().stream().anyMatch(Refused::saysSomething);
            case Collection<?> items -> !items.isEmpty();
            case String text -> !text.isEmpty();
            case Boolean flag -> flag;
            default -> true;
        };
    }
}
