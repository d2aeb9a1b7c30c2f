package groundschool.emulator.wire;

import java.util.List;

/// One operation of a service, as AWS's API model has it.
///
/// @param name such as `PutItem`
/// @param input the structure that a request carries
/// @param output the structure that an answer carries, without members if the answer is empty
/// @param errors the names of the errors that the model lists; the framework has more
/// @param signed whether AWS asks for a signature
/// @param http how it is called, where paths tell operations apart
public record ApiOperation(
        String name,
        Shape.Structure input,
        Shape.Structure output,
        List<String> errors,
        boolean signed,
        HttpTrait http) {

    public ApiOperation {
        errors = List.copyOf(errors);
    }
}
