package groundschool.db;

/// The database cannot be opened. The message is a sentence for whoever started the server.
public final class DatabaseUnavailableException extends RuntimeException {

    DatabaseUnavailableException(String url, Throwable cause) {
        super(
                "The database %s cannot be opened: %s".formatted(withoutPassword(url), root(cause)),
                cause);
    }

    private static String withoutPassword(String url) {
        return url.replaceAll("(?i)(password=)[^&;]*", "$1…").replaceAll("//[^/@]*@", "//");
    }

    private static String root(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
