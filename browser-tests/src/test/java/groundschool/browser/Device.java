package groundschool.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Locale;

/// What a visitor holds in their hands.
enum Device {
    DESKTOP(1280, 900, false),
    PHONE(390, 844, true);

    private final int width;
    private final int height;
    private final boolean touched;

    Device(int width, int height, boolean touched) {
        this.width = width;
        this.height = height;
        this.touched = touched;
    }

    /// A browser's settings on it, with motion reduced: a colour that is on its way to another has
    /// the contrast of neither.
    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setHasTouch(touched)
                .setIsMobile(touched)
                .setLocale("en-GB")
                .setTimezoneId("UTC")
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    /// As test names and file names say it.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
