package groundschool.content;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a course can be looked up in, beside its lessons.
///
/// @param glossary in the order of the file
/// @param formulas absent if the course has none
/// @param prices in the order of the file
public record Handbook(List<Term> glossary, Optional<Formulas> formulas, List<Price> prices) {

    /// One with nothing in it.
    public static final Handbook NONE = new Handbook(List.of(), Optional.empty(), List.of());

    public Handbook {
        glossary = List.copyOf(glossary);
        prices = List.copyOf(prices);
    }

    /// The terms that are services.
    public Stream<Term> services() {
        return glossary.stream().filter(Term::service);
    }

    /// Whether there is an index of services.
    public boolean hasServices() {
        return services().findAny().isPresent();
    }

    /// Whether there is a page of formulas and prices.
    public boolean hasFormulas() {
        return formulas.isPresent() || !prices.isEmpty();
    }
}
