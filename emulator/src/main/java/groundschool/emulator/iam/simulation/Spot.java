package groundschool.emulator.iam.simulation;

import groundschool.emulator.iam.policy.Position;

/// A place in a policy's text, as the simulator has it.
///
/// Source: [Position](https://docs.aws.amazon.com/IAM/latest/APIReference/API_Position.html)
public record Spot(int line, int column) {

    static Spot of(Position position) {
        return new Spot(position.line(), position.column());
    }
}
