package groundschool.emulator.cloudwatch.alarm;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// What the state of other alarms must be for a composite alarm to be in `ALARM`.
///
/// Source:
/// [PutCompositeAlarm](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html)
sealed interface AlarmRule {

    /// Whether an alarm is in a state.
    ///
    /// @param alarm a name or an ARN
    /// @param state `ALARM`, `OK` or `INSUFFICIENT_DATA`
    record Is(String alarm, String state) implements AlarmRule {}

    record Constant(boolean value) implements AlarmRule {}

    record Not(AlarmRule rule) implements AlarmRule {}

    record All(List<AlarmRule> rules) implements AlarmRule {}

    record Any(List<AlarmRule> rules) implements AlarmRule {}

    /// Whether enough of several alarms are in a state, or are not.
    ///
    /// @param isPercent whether the number is one of a hundred
    record AtLeast(int number, boolean isPercent, List<AlarmRule> rules) implements AlarmRule {}

    /// @throws AlarmRuleException if it is none
    static AlarmRule of(String text) {
        return new AlarmRuleParser(text).parse();
    }

    /// @param states the state of an alarm, by what the rule calls it
    default boolean holds(Function<String, String> states) {
        return switch (this) {
            case Is(var alarm, var state) -> states.apply(alarm).equals(state);
            case Constant(boolean value) -> value;
            case Not(var rule) -> !rule.holds(states);
            case All(var rules) -> rules.stream().allMatch(rule -> rule.holds(states));
            case Any(var rules) -> rules.stream().anyMatch(rule -> rule.holds(states));
            case AtLeast(int number, boolean isPercent, var rules) -> {
                long held = rules.stream().filter(rule -> rule.holds(states)).count();
                yield isPercent ? held * 100 >= (long) number * rules.size() : held >= number;
            }
        };
    }

    /// The alarms that it names, each time that it does.
    default Stream<String> alarms() {
        return switch (this) {
            case Is(var alarm, _) -> Stream.of(alarm);
            case Constant _ -> Stream.empty();
            case Not(var rule) -> rule.alarms();
            case All(var rules) -> rules.stream().flatMap(AlarmRule::alarms);
            case Any(var rules) -> rules.stream().flatMap(AlarmRule::alarms);
            case AtLeast(_, _, var rules) -> rules.stream().flatMap(AlarmRule::alarms);
        };
    }
}
