package groundschool.browser;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/// Gives tests what [BrowserTest] promises, and skips them where there is no browser.
final class BrowserExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final Namespace OURS = Namespace.create(BrowserExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Chromium.find()
                .map(path -> ConditionEvaluationResult.enabled("the browser is " + path))
                .orElseGet(() -> ConditionEvaluationResult.disabled(Chromium.HOW_TO_GET));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Ground.class || type == Visitors.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Ground.class
                ? ground(context)
                : visitors(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Optional.ofNullable(context.getStore(OURS).get(Visitors.class, Visitors.class))
                .ifPresent(Visitors::leave);
    }

    private static Ground ground(ExtensionContext context) {
        return context.getStore(OURS)
                .computeIfAbsent(
                        Ground.class,
                        _ -> changesContent(context) ? Ground.ofAuthors() : Ground.open(),
                        Ground.class);
    }

    private static boolean changesContent(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), ChangesContent.class)
                || AnnotationSupport.isAnnotated(
                        context.getRequiredTestClass(), ChangesContent.class);
    }

    private static Visitors visitors(ExtensionContext context) {
        var ground = ground(context);
        return context.getStore(OURS)
                .computeIfAbsent(
                        Visitors.class,
                        _ -> new Visitors(chromium(context).browser(), ground),
                        Visitors.class);
    }

    /// Started once, and closed when all tests have run.
    private static Chromium chromium(ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(
                        Chromium.class,
                        _ -> new Chromium(Chromium.find().orElse(Path.of("chromium"))),
                        Chromium.class);
    }
}
