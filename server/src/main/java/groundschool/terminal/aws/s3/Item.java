package groundschool.terminal.aws.s3;

/// Something that a command moves about.
sealed interface Item {

    /// From where the command begins to look, with `/` between folders.
    String path();

    /// As the CLI names it in what it prints.
    String shown();

    long size();

    /// A file of the workspace.
    record File(String path, String name, long size) implements Item {
        @Override
        public String shown() {
            return name.contains("/") ? name : "./" + name;
        }
    }

    /// An object.
    ///
    /// @param eTag in quotes
    record Stored(String path, S3Uri uri, long size, String eTag) implements Item {
        @Override
        public String shown() {
            return uri.toString();
        }
    }
}
