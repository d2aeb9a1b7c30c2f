package groundschool.emulator.logs.insights;

import groundschool.emulator.logs.pattern.SafeRegex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// One step of a query.
sealed interface Command {

    /// What becomes of all records.
    List<Row> run(List<Row> rows);

    /// An expression under a name.
    record Named(String name, Expression expression) {}

    /// An aggregate under a name.
    record Counted(String name, Aggregate aggregate) {}

    /// Adds values, and shows them.
    record Fields(List<Named> all) implements Command {
        public Fields {
            all = List.copyOf(all);
        }

        @Override
        public List<Row> run(List<Row> rows) {
            return rows.stream()
                    .map(row -> {
                        var more = new LinkedHashMap<String, Scalar>();
                        all.forEach(each -> {
                            var value = each.expression().of(row);
                            if (value.isPresent()) {
                                more.put(each.name(), value);
                            }
                        });
                        return row.with(more);
                    })
                    .toList();
        }
    }

    /// Shows these and no others.
    record Display(List<Named> all) implements Command {
        public Display {
            all = List.copyOf(all);
        }

        @Override
        public List<Row> run(List<Row> rows) {
            return new Fields(all).run(rows);
        }
    }

    record Filter(Expression condition) implements Command {
        @Override
        public List<Row> run(List<Row> rows) {
            return rows.stream().filter(row -> condition.of(row).isTrue()).toList();
        }
    }

    record Stats(List<Counted> all, List<Named> by) implements Command {
        public Stats {
            all = List.copyOf(all);
            by = List.copyOf(by);
        }

        @Override
        public List<Row> run(List<Row> rows) {
            var groups = new LinkedHashMap<List<Scalar>, List<Row>>();
            for (var row : rows) {
                groups.computeIfAbsent(
                                by.stream().map(each -> each.expression().of(row)).toList(),
                                _ -> new ArrayList<>())
                        .add(row);
            }
            if (rows.isEmpty() && by.isEmpty()) {
                groups.put(List.of(), List.of());
            }
            var results = new ArrayList<Row>();
            groups.forEach((key, group) -> {
                var values = new LinkedHashMap<String, Scalar>();
                for (int i = 0; i < by.size(); i++) {
                    if (key.get(i).isPresent()) {
                        values.put(by.get(i).name(), key.get(i));
                    }
                }
                all.forEach(each -> {
                    var value = each.aggregate().of(group);
                    if (value.isPresent()) {
                        values.put(each.name(), value);
                    }
                });
                results.add(new Row(values));
            });
            return results;
        }
    }

    /// @param descending whether the largest comes first
    record Order(Expression expression, boolean descending) {}

    record Sort(List<Order> all) implements Command {
        public Sort {
            all = List.copyOf(all);
        }

        @Override
        public List<Row> run(List<Row> rows) {
            return rows.stream().sorted(order()).toList();
        }

        private Comparator<Row> order() {
            Comparator<Row> order = (_, _) -> 0;
            for (var each : all) {
                Comparator<Row> next =
                        Comparator.comparing(row -> each.expression().of(row), Scalar.ORDER);
                order = order.thenComparing(each.descending() ? next.reversed() : next);
            }
            return order;
        }
    }

    record Limit(int most) implements Command {
        @Override
        public List<Row> run(List<Row> rows) {
            return rows.stream().limit(most).toList();
        }
    }

    /// Keeps the first record of each value.
    record Dedup(List<Expression> all) implements Command {
        public Dedup {
            all = List.copyOf(all);
        }

        @Override
        public List<Row> run(List<Row> rows) {
            var seen = new HashSet<List<String>>();
            return rows.stream()
                    .filter(row -> {
                        var key =
                                all.stream()
                                        .map(each -> each.of(row))
                                        .filter(Scalar::isPresent)
                                        .map(Scalar::text)
                                        .collect(Collectors.toList());
                        return key.size() < all.size() || seen.add(key);
                    })
                    .toList();
        }
    }

    /// Takes values out of a text.
    ///
    /// @param names of the groups of the expression
    record Parse(Expression text, SafeRegex regex, List<String> names) implements Command {
        public Parse {
            names = List.copyOf(names);
        }

        @Override
        public List<Row> run(List<Row> rows) {
            return rows.stream()
                    .map(row ->
                            regex.find(text.of(row).text())
                                    .map(found -> {
                                        var more = new HashMap<String, Scalar>();
                                        for (int i = 0; i < names.size(); i++) {
                                            var value = found.group(i + 1);
                                            if (value != null) {
                                                more.put(names.get(i), new Scalar.Text(value));
                                            }
                                        }
                                        return row.with(more);
                                    })
                                    .orElse(row))
                    .toList();
        }
    }
}
