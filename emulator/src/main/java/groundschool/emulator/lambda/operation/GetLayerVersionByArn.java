package groundschool.emulator.lambda.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import java.util.List;

/// Shows the version of a layer that has an ARN.
///
/// Source:
/// [GetLayerVersionByArn](https://docs.aws.amazon.com/lambda/latest/api/API_GetLayerVersionByArn.html)
public record GetLayerVersionByArn(String arn) implements LambdaOperation, Operation<Functions> {

    @Override
    public List<Access> access(Functions functions, Call call) {
        return List.of(Access.to("lambda:GetLayerVersion", arn));
    }

    @Override
    public LayerDescription run(Functions functions, Call call) {
        return functions
                .layers()
                .find(arn)
                .map(version -> LayerDescription.of(version, functions, call))
                .orElseThrow(
                        () -> LambdaErrors.notFound("The resource you requested does not exist."));
    }
}
