package groundschool.emulator.cognito.risk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// What browsers and systems call themselves, as people call them.
final class DeviceName {

    private static final String OTHER = "Other";

    /// Those that call themselves others as well come first.
    private static final Map<String, Pattern> BROWSERS = new LinkedHashMap<>();

    private static final Map<String, Pattern> SYSTEMS = new LinkedHashMap<>();

    static {
        BROWSERS.put("Edge", Pattern.compile("Edg(?:e|A|iOS)?/(\\d+)"));
        BROWSERS.put("Opera", Pattern.compile("OPR/(\\d+)"));
        BROWSERS.put("Firefox", Pattern.compile("(?:Firefox|FxiOS)/(\\d+)"));
        BROWSERS.put("Chrome", Pattern.compile("(?:Chrome|CriOS)/(\\d+)"));
        BROWSERS.put("Safari", Pattern.compile("Version/(\\d+)[^ ]* .*Safari/"));
        SYSTEMS.put("Windows", Pattern.compile("Windows"));
        SYSTEMS.put("Android", Pattern.compile("Android"));
        SYSTEMS.put("iOS", Pattern.compile("iPhone|iPad|iPod"));
        SYSTEMS.put("Mac OS X", Pattern.compile("Mac OS X|Macintosh"));
        SYSTEMS.put("Linux", Pattern.compile("Linux|X11"));
    }

    private DeviceName() {}

    /// Such as `Firefox 145, Linux`; `Other, Other` of what is no browser.
    static String of(String userAgent) {
        return browser(userAgent, true) + ", " + system(userAgent);
    }

    /// The same without the version, which changes while the device does not.
    static String withoutVersion(String userAgent) {
        return browser(userAgent, false) + ", " + system(userAgent);
    }

    private static String browser(String userAgent, boolean withVersion) {
        for (var each : BROWSERS.entrySet()) {
            var found = each.getValue().matcher(userAgent);
            if (found.find()) {
                return withVersion ? each.getKey() + " " + found.group(1) : each.getKey();
            }
        }
        return OTHER;
    }

    private static String system(String userAgent) {
        return SYSTEMS.entrySet().stream()
                .filter(each -> each.getValue().matcher(userAgent).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(OTHER);
    }
}
