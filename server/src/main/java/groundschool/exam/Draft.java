package groundschool.exam;

import groundschool.content.Blueprint;
import groundschool.content.Catalogue;
import groundschool.content.Exam;
import groundschool.question.Choice;
import groundschool.question.MultipleResponse;
import groundschool.question.Option;
import groundschool.question.Question;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/// The questions of a new attempt, drawn and shuffled.
///
/// @param questions in the order in which they will be asked
record Draft(List<Drawn> questions) {

    Draft {
        questions = List.copyOf(questions);
    }

    /// A question that was drawn.
    record Drawn(Question question, Blueprint.Domain domain, boolean scored) {}

    /// Draws what an exam asks for: as many of each domain as it says, all in one random order,
    /// options too.
    ///
    /// @throws IllegalStateException if the exam cannot be started
    static Draft of(Exam exam, Blueprint blueprint, Catalogue catalogue, RandomGenerator random) {
        if (!exam.canBeStarted()) {
            throw new IllegalStateException(exam.id() + " " + String.join(", ", exam.shortages()));
        }
        var drawn = new ArrayList<Drawn>();
        for (var draw : exam.draws()) {
            var pool = new ArrayList<>(draw.pool());
            shuffle(pool, random);
            for (int i = 0; i < draw.questions(); i++) {
                var question = catalogue.question(pool.get(i)).orElseThrow();
                var domain =
                        question.details().objective().flatMap(blueprint::domainOf).orElseThrow();
                drawn.add(new Drawn(shuffled(question, random), domain, i < draw.scored()));
            }
        }
        shuffle(drawn, random);
        return new Draft(drawn);
    }

    private static Question shuffled(Question question, RandomGenerator random) {
        if (question instanceof Choice choice) {
            return new Choice(choice.details(), shuffled(choice.options(), random), choice.right());
        }
        if (question instanceof MultipleResponse several) {
            return new MultipleResponse(
                    several.details(), shuffled(several.options(), random), several.right());
        }
        // The others show their parts in an order of their own that says nothing.
        return question;
    }

    private static List<Option> shuffled(List<Option> options, RandomGenerator random) {
        var all = new ArrayList<>(options);
        shuffle(all, random);
        return all;
    }

    private static void shuffle(List<?> list, RandomGenerator random) {
        Collections.shuffle(list, Random.from(random));
    }
}
