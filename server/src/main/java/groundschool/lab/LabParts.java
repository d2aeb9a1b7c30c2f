package groundschool.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The parts of a lab's page that change while one works, each with the id of its element.
final class LabParts {

    private LabParts() {}

    /// Renders a template.
    @FunctionalInterface
    interface Renderer {
        String render(String template, Map<String, ?> model);
    }

    /// @param html the whole element
    record Part(String id, String html) {}

    /// @param actions the address below which the run's actions lie
    static List<Part> of(LabView view, String actions, Renderer renderer) {
        var parts = new ArrayList<Part>();
        for (var name : List.of("score", "jump", "undo", "done", "calls")) {
            parts.add(part(renderer, name, name, Map.of("view", view, "actions", actions)));
        }
        for (var step : view.steps()) {
            parts.add(
                    part(
                            renderer,
                            "step-state-" + step.step().id(),
                            "step-state",
                            Map.of("each", step, "actions", actions)));
            for (var check : step.checks()) {
                parts.add(
                        part(
                                renderer,
                                "check-" + check.block().id(),
                                "check",
                                Map.of("check", check, "actions", actions)));
            }
        }
        return parts;
    }

    private static Part part(Renderer renderer, String id, String template, Map<String, ?> model) {
        return new Part(id, renderer.render("lab/" + template, model).strip());
    }
}
