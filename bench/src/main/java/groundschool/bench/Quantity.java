package groundschool.bench;

/// Something to be measured.
public record Quantity(String name, Unit unit, Bar bar) {

    /// A quantity for which no bar is set.
    public static Quantity of(String name, Unit unit) {
        return new Quantity(name, unit, Bar.NONE);
    }
}
