package groundschool.content;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the real exam asks, in which proportions, and when it is passed.
///
/// @param code the vendor's, such as `DVA-C03`
/// @param questions how many a candidate is asked
/// @param scored how many of them count
/// @param pass the scaled score that passes
public record Blueprint(
        String code,
        int questions,
        int scored,
        Duration time,
        int pass,
        Scale scale,
        List<Domain> domains) {

    public Blueprint {
        domains = List.copyOf(domains);
    }

    /// The scale of reported scores, both ends included.
    public record Scale(int from, int to) {}

    /// A domain of the exam.
    ///
    /// @param weight its share of the scored questions, in percent
    /// @param scored how many questions of it count
    /// @param unscored how many of it are only tried out
    public record Domain(
            String id, String title, int weight, int scored, int unscored, List<Task> tasks) {

        public Domain {
            tasks = List.copyOf(tasks);
        }

        /// How many questions of it a candidate is asked.
        public int questions() {
            return scored + unscored;
        }
    }

    /// A task statement of a domain.
    public record Task(String id, String title, List<Skill> skills) {

        public Task {
            skills = List.copyOf(skills);
        }
    }

    /// A skill: what lessons, cards, questions and labs name as their objective.
    public record Skill(String id, String title) {}

    /// All skills, in the order of the exam guide.
    public Stream<Skill> skills() {
        return domains.stream()
                .flatMap(domain -> domain.tasks().stream())
                .flatMap(task -> task.skills().stream());
    }

    /// The skill that has this id.
    public Optional<Skill> skill(String id) {
        return skills().filter(skill -> skill.id().equals(id)).findFirst();
    }

    /// The domain that has this id.
    public Optional<Domain> domain(String id) {
        return domains.stream().filter(domain -> domain.id().equals(id)).findFirst();
    }

    /// The domain of each skill, by the skill's id.
    public Map<String, Domain> domainsOfSkills() {
        var found = new HashMap<String, Domain>();
        for (var domain : domains) {
            for (var task : domain.tasks()) {
                task.skills().forEach(skill -> found.putIfAbsent(skill.id(), domain));
            }
        }
        return found;
    }

    /// The domain of a skill.
    public Optional<Domain> domainOf(String skillId) {
        return domains.stream()
                .filter(domain ->
                        domain.tasks().stream()
                                .flatMap(task -> task.skills().stream())
                                .anyMatch(skill -> skill.id().equals(skillId)))
                .findFirst();
    }
}
