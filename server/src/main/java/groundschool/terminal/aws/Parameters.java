package groundschool.terminal.aws;

import groundschool.emulator.wire.ApiModel;
import groundschool.terminal.aws.Option.Takes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The parameters of an operation on the command line.
///
/// @param members those of its input, in the model's order
/// @param pages how its answer is paged, if it is
/// @param body the member of the answer that goes into a file, whose name is the one argument
///   without an option, if there is one
/// @param content the member of the input that is an object's content, which is read from a file
/// @param zipHolder the member within which `--zip-file` belongs, if there is one
record Parameters(
        List<Parameter> members,
        Optional<Paginator> pages,
        Optional<String> body,
        Optional<String> zipHolder,
        Optional<String> content) {

    /// The argument that names the file for the body of an answer.
    static final String OUTFILE = "outfile";

    static final String STARTING_TOKEN = "--starting-token";
    static final String PAGE_SIZE = "--page-size";
    static final String MAX_ITEMS = "--max-items";
    static final String INPUT_JSON = "--cli-input-json";
    static final String SKELETON = "--generate-cli-skeleton";

    /// @param cliName with its dashes
    /// @param member its name in the API
    record Parameter(String cliName, String member, Shape shape, boolean required) {

        List<Option> options(boolean mayBeMissing) {
            var needed = required && !mayBeMissing;
            var takes =
                    switch (shape.type()) {
                        case LIST -> Takes.SEVERAL;
                        case LONG -> Takes.WHOLE_NUMBER;
                        case FLOAT, DOUBLE -> Takes.NUMBER;
                        case BOOLEAN -> Takes.NOTHING;
                        case STRUCTURE, MAP, STRING, INTEGER, TIMESTAMP, BLOB -> Takes.ONE;
                    };
            var option =
                    new Option(
                            cliName,
                            member,
                            takes,
                            List.of(),
                            needed && shape.type() != Shape.Type.BOOLEAN);
            return shape.type() == Shape.Type.BOOLEAN
                    ? List.of(option, new Option(negative(), member, takes, List.of(), false))
                    : List.of(option);
        }

        String negative() {
            return "--no-" + cliName.substring(2);
        }
    }

    static Parameters of(ApiModel model, String operation) {
        var members = new ArrayList<Parameter>();
        model.input(operation)
                .map(input -> new Shape(model, operation + "Input", input))
                .ifPresent(input ->
                        input.members()
                                .forEach((name, shape) ->
                                        members.add(
                                                new Parameter(
                                                        "--" + CliNames.of(name),
                                                        name,
                                                        shape,
                                                        input.required().contains(name)
                                                                && !input.isMadeUp(name)))));
        var zipHolder = ZipFiles.holder(model, operation);
        zipHolder.ifPresent(holder -> ZipFiles.lift(holder, members));
        return new Parameters(
                List.copyOf(members),
                model.paginator(operation).map(Paginator::of),
                model.output(operation)
                        .map(output -> new Shape(model, operation + "Output", output))
                        .flatMap(Shape::body),
                zipHolder,
                model.input(operation)
                        .map(input -> new Shape(model, operation + "Input", input))
                        .flatMap(Shape::content));
    }

    /// All options, the required ones among them unless the arguments say that the input comes from
    /// elsewhere.
    List<Option> options(List<String> arguments) {
        var skeleton = arguments.indexOf(SKELETON);
        var mayBeMissing =
                arguments.contains(INPUT_JSON)
                        || skeleton >= 0
                                && !(skeleton + 1 < arguments.size()
                                        && arguments.get(skeleton + 1).equals("output"));
        var options = new ArrayList<Option>();
        members.forEach(parameter -> options.addAll(parameter.options(mayBeMissing)));
        pages.ifPresent(paginator -> {
            options.add(new Option(STARTING_TOKEN, Takes.ONE));
            if (paginator.limit().isPresent()) {
                options.add(new Option(PAGE_SIZE, Takes.WHOLE_NUMBER));
            }
            options.add(new Option(MAX_ITEMS, Takes.WHOLE_NUMBER));
        });
        options.add(new Option(INPUT_JSON, Takes.ONE));
        options.add(
                new Option(
                        SKELETON,
                        SKELETON,
                        Takes.ONE_OR_NOTHING,
                        List.of("input", "output"),
                        false));
        return options;
    }

    /// Those that a person should know of: the command line turns pages by itself.
    List<Parameter> documented() {
        var hidden = pages.map(Paginator::inputMembers).orElse(List.of());
        return members.stream().filter(each -> !hidden.contains(each.member())).toList();
    }
}
