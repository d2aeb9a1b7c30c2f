package groundschool.web;

import io.javalin.config.RoutesConfig;

/// One page of the site, or a few that belong together: it adds its routes. `Main` lists every
/// page.
public interface Page {

    void addTo(RoutesConfig routes);
}
