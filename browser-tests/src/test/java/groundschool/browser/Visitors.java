package groundschool.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/// The people at their browsers who visit a [Ground] during one test, each with cookies of their
/// own.
final class Visitors {

    private final Browser browser;
    private final Ground ground;
    private final List<Visitor> present = new ArrayList<>();

    Visitors(Browser browser, Ground ground) {
        this.browser = browser;
        this.ground = ground;
    }

    /// Somebody at a desk, by day.
    Visitor desktop() {
        return on(Device.DESKTOP, ColorScheme.LIGHT);
    }

    /// Somebody with this device, who likes this theme.
    Visitor on(Device device, ColorScheme theme) {
        return with(device.options().setColorScheme(theme));
    }

    /// Somebody at a desk whose browser runs no scripts.
    Visitor withoutScript() {
        return withoutScript(Device.DESKTOP);
    }

    /// The same with another device.
    Visitor withoutScript(Device device) {
        return with(device.options().setJavaScriptEnabled(false));
    }

    private Visitor with(Browser.NewContextOptions options) {
        var context = browser.newContext(options.setBaseURL(ground.origin()));
        context.setDefaultTimeout(Chromium.PATIENCE.toMillis());
        var visitor = new Visitor(context, ground);
        present.add(visitor);
        return visitor;
    }

    /// All leave, and no page may have had anything to complain about.
    void leave() {
        present.forEach(Visitor::leave);
        var faults = present.stream().flatMap(visitor -> visitor.faults().stream()).toList();
        present.clear();
        assertThat(faults).as("what the pages complained about").isEmpty();
    }
}
