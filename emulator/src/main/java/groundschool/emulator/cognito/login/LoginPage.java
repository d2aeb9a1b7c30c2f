package groundschool.emulator.cognito.login;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One of the pages: a title, perhaps an error, a form, and where else to go.
///
/// @param error why the form is shown again; empty if it is not
/// @param note what is to be known before; empty if nothing
/// @param action where the form goes; empty if there is none
/// @param fields as HTML
/// @param button what the form's button says
/// @param links as HTML
record LoginPage(
        String title,
        String error,
        String note,
        String action,
        String fields,
        String button,
        List<String> links) {

    /// What is asked for, by what its form has or where that goes.
    private static final Map<String, String> GRAPHICS =
            Map.ofEntries(
                    Map.entry("name=\"challenge\" value=\"EMAIL_OTP\"", "EMAIL_GRAPHIC"),
                    Map.entry("name=\"challenge\" value=\"SMS_OTP\"", "SMS_GRAPHIC"),
                    Map.entry("name=\"challenge\" value=\"SMS_MFA\"", "SMS_GRAPHIC"),
                    Map.entry(
                            "name=\"challenge\" value=\"SOFTWARE_TOKEN_MFA\"", "AUTH_APP_GRAPHIC"),
                    Map.entry("name=\"challenge\" value=\"MFA_SETUP\"", "AUTH_APP_GRAPHIC"),
                    Map.entry(
                            "name=\"challenge\" value=\"NEW_PASSWORD_REQUIRED\"",
                            "PASSWORD_GRAPHIC"),
                    Map.entry("name=\"challenge\" value=\"WEB_AUTHN\"", "PASSKEY_GRAPHIC"),
                    Map.entry("/passkey", "PASSKEY_GRAPHIC"),
                    Map.entry("/forgotPassword", "PASSWORD_GRAPHIC"),
                    Map.entry("/confirmForgotPassword", "PASSWORD_GRAPHIC"),
                    Map.entry("/confirm?", "EMAIL_GRAPHIC"));

    LoginPage {
        links = List.copyOf(links);
    }

    static LoginPage saying(String title, String note) {
        return new LoginPage(title, "", note, "", "", "", List.of());
    }

    LoginPage withError(String text) {
        return new LoginPage(title, text, note, action, fields, button, links);
    }

    /// What the owner may show a picture of; nothing if the page asks for nothing that has one.
    Optional<String> graphic() {
        return GRAPHICS.entrySet().stream()
                .filter(each -> fields.contains(each.getKey()) || action.startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// @param csrf shows that a form is of this browser
    /// @param dress how the page looks
    String html(String poolName, String csrf, Dress dress) {
        var frame = dress.brand().map(BrandFrame::new);
        var isBefore = dress.brand().filter(Brand::beginsElsewhere).isPresent();
        return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="%s">
        <title>%s%s – %s</title>
        %s<link rel="stylesheet" href="%s">
        </head>
        <body class="background-customizable">
        %s<main>
        %s<p class="pool banner-customizable">%s%s</p>
        <h1>%s</h1>
        %s%s%s%s%s%s</main>
        %s</body>
        </html>
        """
                .formatted(
                        dress.scheme(),
                        error.isEmpty() ? "" : "Not yet: ",
                        Html.escape(title),
                        Html.escape(poolName),
                        dress.icons(),
                        Html.escape(dress.style()),
                        frame.map(BrandFrame::head).orElse(""),
                        frame.map(each -> each.top(this)).orElse(""),
                        dress.logo().map(Html::logo).orElse(""),
                        Html.escape(poolName),
                        Html.escape(title),
                        alert(),
                        note.isEmpty() ? "" : Html.paragraph(note),
                        isBefore ? providers() : "",
                        form(csrf),
                        others(isBefore),
                        frame.map(BrandFrame::bottom).orElse(""),
                        frame.map(BrandFrame::foot).orElse(""));
    }

    private String alert() {
        return error.isEmpty()
                ? ""
                : "<p class=\"error errorMessage-customizable\" role=\"alert\"><strong>Not yet:</strong> %s</p>\n"
                        .formatted(Html.escape(error));
    }

    private String form(String csrf) {
        return action.isEmpty()
                ? ""
                : """
                <form method="post" action="%s">
                %s%s<button type="submit" class="submitButton-customizable">%s</button>
                </form>
                """
                        .formatted(
                                Html.escape(action),
                                Html.hidden("_csrf", csrf),
                                fields,
                                Html.escape(button));
    }

    /// The ways to identity providers, before the form.
    private String providers() {
        var all = links.stream().filter(Html::isProvider).toList();
        return all.isEmpty()
                ? ""
                : "<nav class=\"providers\" aria-label=\"Identity providers\"><ul>%s</ul></nav>\n%s"
                        .formatted(
                                items(all),
                                action.isEmpty() ? "" : "<p class=\"divider\">or</p>\n");
    }

    private String others(boolean withoutProviders) {
        var all =
                links.stream().filter(link -> !withoutProviders || !Html.isProvider(link)).toList();
        return all.isEmpty()
                ? ""
                : "<nav class=\"redirect-customizable\" aria-label=\"Other ways\"><ul>%s</ul></nav>\n"
                        .formatted(items(all));
    }

    private static String items(List<String> links) {
        return links.stream().map(link -> "<li>" + link + "</li>").collect(Collectors.joining());
    }

    /// The style of all pages.
    static final String STYLE =
            """
            :root { --ground: #FBFAF7; --surface: #FFFFFF; --line: #8A8377; --ink: #1C2127; --ink-2: #505A64; --accent: #0B5CAD; --on-accent: #FFFFFF; --fail: #B3261E; }
            @media (prefers-color-scheme: dark) {
              :root { --ground: #10151B; --surface: #171E26; --line: #5C6A7A; --ink: #E7EBEF; --ink-2: #AEB8C2; --accent: #7CB7F2; --on-accent: #10151B; --fail: #F28B82; }
            }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/22px Inter, system-ui, sans-serif; }
            main { max-width: 400px; margin: 0 auto; padding: 48px 16px; }
            h1 { font-size: 24px; line-height: 32px; margin: 0 0 24px; }
            .pool { color: var(--ink-2); font-size: 13px; line-height: 18px; margin: 0 0 4px; }
            .logo-customizable { display: block; max-width: 60%; max-height: 96px; margin: 0 0 8px; }
            .field { margin: 0 0 16px; }
            label { display: block; margin: 0 0 4px; }
            input:not([type=hidden]) { width: 100%; min-height: 44px; padding: 8px 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); color: var(--ink); font: inherit; }
            button { width: 100%; min-height: 44px; border: 0; border-radius: 6px; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer; }
            a { color: var(--accent); }
            :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
            nav ul { list-style: none; padding: 0; margin: 24px 0 0; }
            nav li { margin: 0 0 8px; }
            nav a { display: inline-block; min-height: 32px; line-height: 32px; }
            nav a.provider { display: block; min-height: 44px; line-height: 20px; padding: 11px 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); color: var(--ink); font-weight: 600; text-align: center; text-decoration: none; overflow-wrap: anywhere; }
            .error { border-left: 3px solid var(--fail); padding: 4px 0 4px 12px; color: var(--fail); margin: 0 0 24px; }
            code { font-family: "JetBrains Mono", ui-monospace, monospace; overflow-wrap: anywhere; }
            """;
}
