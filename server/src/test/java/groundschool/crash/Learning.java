package groundschool.crash;

import java.io.IOException;
import java.nio.file.Path;

/// One kind of thing that a learner does over and over, and that must last once it is acknowledged.
interface Learning {

    /// Begins, with a server that has just started.
    void begin(Browser browser) throws IOException;

    /// Does the next thing; when this returns, it is acknowledged.
    ///
    /// @throws IOException if the server went away meanwhile, so that nobody knows whether it is
    ///   done
    void act() throws IOException;

    /// Fails if the server does not have all that was acknowledged.
    ///
    /// @param database a copy of the folder of the database, as the killed process left it
    void check(Browser browser, Path database) throws IOException;

    /// How much was acknowledged.
    int acknowledged();
}
