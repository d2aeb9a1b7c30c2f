package groundschool.progress;

import groundschool.card.Review;
import groundschool.card.Stage;
import groundschool.content.Blueprint;
import groundschool.content.Catalogue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a learner has shown, skill by skill, over the exam guide.
///
/// @param domains in the order of the guide
public record Evidence(List<InDomain> domains) {

    public Evidence {
        domains = List.copyOf(domains);
    }

    /// A domain with its tasks.
    public record InDomain(Blueprint.Domain domain, List<InTask> tasks) {

        /// All of its skills together.
        public Counts counts() {
            return Counts.sum(tasks.stream().map(InTask::counts));
        }
    }

    /// A task with its skills.
    public record InTask(Blueprint.Task task, List<InSkill> skills) {

        /// All of its skills together.
        public Counts counts() {
            return Counts.sum(skills.stream().map(InSkill::counts));
        }
    }

    /// A skill with what there is for it, and how much of that is done.
    public record InSkill(Blueprint.Skill skill, Counts counts) {}

    /// How much there is, and how much is done.
    ///
    /// @param known cards that have come as far as intervals of days
    /// @param right questions whose latest answer was right
    public record Counts(
            long lessons,
            long read,
            long cards,
            long known,
            long questions,
            long right,
            long labs,
            long built) {

        /// Whether the course has anything for it yet.
        public boolean isEmpty() {
            return lessons + cards + questions + labs == 0;
        }

        /// The part that is done, from 0 to 100.
        public long percent() {
            var all = lessons + cards + questions + labs;
            return all == 0 ? 0 : 100 * (read + known + right + built) / all;
        }

        static Counts sum(Stream<Counts> all) {
            return all.reduce(
                    new Counts(0, 0, 0, 0, 0, 0, 0, 0),
                    (one, another) ->
                            new Counts(
                                    one.lessons + another.lessons,
                                    one.read + another.read,
                                    one.cards + another.cards,
                                    one.known + another.known,
                                    one.questions + another.questions,
                                    one.right + another.right,
                                    one.labs + another.labs,
                                    one.built + another.built));
        }
    }

    /// @param read ids of the lessons that are marked done
    /// @param answers whether the latest answer was right, by the question's id
    /// @param built ids of the labs whose checks have all passed
    static Evidence of(
            Blueprint blueprint,
            Catalogue catalogue,
            Set<String> read,
            List<Review> reviews,
            Map<String, Boolean> answers,
            Set<String> built) {
        var known = new HashSet<String>();
        reviews.stream()
                .filter(review -> review.stage() instanceof Stage.Reviewing)
                .forEach(review -> known.add(review.cardId()));
        Function<Blueprint.Skill, InSkill> ofSkill =
                skill ->
                        new InSkill(
                                skill, counts(skill.id(), catalogue, read, known, answers, built));
        Function<Blueprint.Task, InTask> ofTask =
                task -> new InTask(task, task.skills().stream().map(ofSkill).toList());
        return new Evidence(
                blueprint.domains().stream()
                        .map(domain ->
                                new InDomain(domain, domain.tasks().stream().map(ofTask).toList()))
                        .toList());
    }

    private static Counts counts(
            String skill,
            Catalogue catalogue,
            Set<String> read,
            Set<String> known,
            Map<String, Boolean> answers,
            Set<String> built) {
        var lessons =
                catalogue.lessons().stream()
                        .filter(each -> each.objectives().contains(skill))
                        .toList();
        var cards = catalogue.cards().stream().filter(each -> is(each.objective(), skill)).toList();
        var questions =
                catalogue.questions().stream()
                        .filter(each -> is(each.details().objective(), skill))
                        .toList();
        var labs =
                catalogue.labs().stream()
                        .filter(each -> each.objectives().contains(skill))
                        .toList();
        return new Counts(
                lessons.size(),
                count(lessons, lesson -> read.contains(lesson.id())),
                cards.size(),
                count(cards, card -> known.contains(card.id())),
                questions.size(),
                count(questions, question -> answers.getOrDefault(question.id(), false)),
                labs.size(),
                count(labs, lab -> built.contains(lab.id())));
    }

    private static boolean is(Optional<String> objective, String skill) {
        return objective.filter(skill::equals).isPresent();
    }

    private static <T> long count(List<T> all, Predicate<T> which) {
        return all.stream().filter(which).count();
    }
}
