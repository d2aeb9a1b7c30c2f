package groundschool.web;

/// The version of this server.
public final class Version {

    /// As the build names it.
    public static final String NAME = "0.1.0";

    private Version() {}
}
