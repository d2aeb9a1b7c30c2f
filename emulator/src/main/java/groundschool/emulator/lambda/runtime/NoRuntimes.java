package groundschool.emulator.lambda.runtime;

import groundschool.emulator.lambda.LambdaErrors;

/// Where no function's code is run.
record NoRuntimes() implements Runtimes {

    @Override
    public Invocation.Result invoke(EnvironmentSpec spec, Invocation invocation) {
        throw LambdaErrors.notYet("running the runtime " + spec.runtime());
    }

    @Override
    public void retire(String sandbox, String functionArn) {
        // There is none.
    }

    @Override
    public void retire(String sandbox) {
        // There is none.
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
