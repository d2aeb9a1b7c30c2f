package groundschool.emulator.cognito.operation;

import groundschool.emulator.cognito.Bearer;

/// An operation that an application calls for somebody who need not have signed in.
interface OfClient extends Unsigned {

    String clientId();

    @Override
    default Bearer bearer() {
        return new Bearer.Client(clientId());
    }
}
