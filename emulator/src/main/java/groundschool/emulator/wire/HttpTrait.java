package groundschool.emulator.wire;

/// How a REST service's operation is called.
///
/// @param method in capitals
/// @param status of an answer that is no error
record HttpTrait(String method, UriPattern uri, int status) {}
