package groundschool.card;

import java.util.Optional;

/// Where a card stands on its way into long-term memory.
public sealed interface Stage {

    /// Never asked.
    record Fresh() implements Stage {}

    /// Asked a first time, and again within minutes until it sits.
    ///
    /// @param step counts from 0
    record Learning(int step, Memory known) implements Stage {}

    /// Asked at growing intervals of days.
    record Reviewing(Memory known) implements Stage {}

    /// Forgotten, and asked again within minutes.
    ///
    /// @param step counts from 0
    record Relearning(int step, Memory known) implements Stage {}

    /// What is known of the memory; nothing of a fresh card.
    default Optional<Memory> memory() {
        return switch (this) {
            case Fresh() -> Optional.empty();
            case Learning(_, var known) -> Optional.of(known);
            case Reviewing(var known) -> Optional.of(known);
            case Relearning(_, var known) -> Optional.of(known);
        };
    }
}
