"""Runs a function of Python: takes events from Lambda's runtime API, hands them to the handler, and sends back what it
answers. Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html"""

import json
import os
import socket
import sys
import time

NBSP = "\u00a0"


class Fault(Exception):
    """An error that Lambda's runtime finds before, or instead of, the function."""

    def __init__(self, kind, message, trace=()):
        super().__init__(message)
        self.kind = "Runtime." + kind
        self.trace = list(trace)


class Api:
    """The runtime API, over one connection."""

    def __init__(self, sockets):
        if sockets:
            self.socket = socket.socket(socket.AF_UNIX)
            self.socket.connect(sockets[0].split("=")[1])
        else:
            host, port = os.environ["AWS_LAMBDA_RUNTIME_API"].split(":")
            self.socket = socket.create_connection((host, int(port)))
            self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.file = self.socket.makefile("rb")

    def ask(self, method, path, body=b"", headers=()):
        lines = [f"{method} /2018-06-01/runtime/{path} HTTP/1.1", "Host: lambda"]
        lines += [f"Content-Length: {len(body)}", *headers, "", ""]
        self.socket.sendall("\r\n".join(lines).encode("utf-8", "replace") + body)
        status = self.file.readline().split(b" ")
        if len(status) < 2:
            os._exit(0)
        received = {}
        while (line := self.file.readline().rstrip()) != b"":
            name, _, value = line.decode("utf-8").partition(":")
            received[name.lower()] = value.strip()
        return int(status[1]), received, self.file.read(int(received["content-length"]))

    def post(self, path, text, kind=None):
        headers = ["Content-Type: application/json"]
        if kind:
            headers.append("Lambda-Runtime-Function-Error-Type: " + kind)
        return self.ask("POST", path, text.encode("utf-8", "surrogatepass"), headers)


class Identity:
    cognito_identity_id = None
    cognito_identity_pool_id = None


class Client:
    installation_id = app_title = app_version_name = app_version_code = app_package_name = None


class ClientContext:
    custom = None
    env = None
    client = None


class LambdaContext:
    """Source: https://docs.aws.amazon.com/lambda/latest/dg/python-context.html"""

    def __init__(self, headers):
        env = os.environ
        self.aws_request_id = headers["lambda-runtime-aws-request-id"]
        self.log_group_name = env.get("AWS_LAMBDA_LOG_GROUP_NAME")
        self.log_stream_name = env.get("AWS_LAMBDA_LOG_STREAM_NAME")
        self.function_name = env.get("AWS_LAMBDA_FUNCTION_NAME")
        self.memory_limit_in_mb = env.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")
        self.function_version = env.get("AWS_LAMBDA_FUNCTION_VERSION")
        self.invoked_function_arn = headers["lambda-runtime-invoked-function-arn"]
        self.tenant_id = headers.get("lambda-runtime-aws-tenant-id")
        self.client_context = self._client(headers.get("lambda-runtime-client-context"))
        self.identity = Identity()
        cognito = json.loads(headers.get("lambda-runtime-cognito-identity") or "{}")
        self.identity.cognito_identity_id = cognito.get("cognitoIdentityId")
        self.identity.cognito_identity_pool_id = cognito.get("cognitoIdentityPoolId")
        self._epoch_deadline_time_in_ms = int(headers["lambda-runtime-deadline-ms"])

    @staticmethod
    def _client(text):
        if not text:
            return None
        sent = json.loads(text)
        context = ClientContext()
        context.custom = sent.get("custom")
        context.env = sent.get("env")
        if "client" in sent:
            context.client = Client()
            for name, value in sent["client"].items():
                setattr(context.client, name, value)
        return context

    def get_remaining_time_in_millis(self):
        return max(self._epoch_deadline_time_in_ms - int(time.time() * 1000), 0)

    def log(self, message):
        sys.stdout.write(str(message))

    def __repr__(self):
        names = ("aws_request_id", "log_group_name", "log_stream_name", "function_name", "memory_limit_in_mb")
        names += ("function_version", "invoked_function_arn", "client_context", "identity", "tenant_id")
        return "LambdaContext([" + ",".join(f"{name}={getattr(self, name)}" for name in names) + "])"


def is_json():
    return os.environ.get("AWS_LAMBDA_LOG_FORMAT") == "JSON"


def now():
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def json_formatter(logging):
    """One object in one line, with what was given as `extra`."""
    known = set(vars(logging.makeLogRecord({}))) | {"message", "asctime", "aws_request_id", "tenant_id"}

    class Json(logging.Formatter):
        def format(self, record):
            told = {
                "timestamp": now(),
                "level": record.levelname,
                "message": record.getMessage(),
                "logger": record.name,
                "requestId": getattr(record, "aws_request_id", None),
            }
            if record.exc_info and record.exc_info[0]:
                import traceback

                told["stackTrace"] = [line.rstrip() for line in traceback.format_tb(record.exc_info[2])]
                told["errorType"] = record.exc_info[0].__name__
                told["errorMessage"] = str(record.exc_info[1])
            told.update({name: value for name, value in vars(record).items() if name not in known})
            return json.dumps({k: v for k, v in told.items() if v is not None}, ensure_ascii=False, default=str)

    return Json()


def set_up_logging(current):
    """The root logger writes as Lambda does: level, time, request. It is set up without the cost of importing it twice."""
    import logging

    class Handler(logging.Handler):
        def emit(self, record):
            sys.stdout.write(self.format(record).replace("\n", "\r") + "\n")

    class WithRequest(logging.Filter):
        def filter(self, record):
            record.aws_request_id = current.get("id")
            record.tenant_id = None
            return True

    pattern = "[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s"
    logging.Formatter.converter = time.gmtime
    handler = Handler()
    if is_json():
        handler.setFormatter(json_formatter(logging))
        level = os.environ.get("AWS_LAMBDA_LOG_LEVEL", "INFO")
        logging.getLogger().setLevel({"TRACE": "DEBUG", "FATAL": "CRITICAL"}.get(level, level))
    else:
        handler.setFormatter(logging.Formatter(pattern, "%Y-%m-%dT%H:%M:%S"))
    handler.addFilter(WithRequest())
    logging.getLogger().addHandler(handler)


def load(name):
    """The handler that the configuration names."""
    try:
        module_name, attribute = name.rsplit(".", 1)
    except ValueError as error:
        raise Fault("MalformedHandlerName", f"Bad handler '{name}': {error}") from None
    if module_name.split(".")[0] in sys.builtin_module_names:
        raise Fault("ImportModuleError", f"Cannot use built-in module {module_name} as a handler module")
    import importlib

    try:
        module = importlib.import_module(module_name.replace("/", "."))
    except ImportError as error:
        hint(error)
        raise Fault("ImportModuleError", f"Unable to import module '{module_name}': {error}") from None
    except SyntaxError as error:
        trace = [f'  File "{error.filename}" Line {error.lineno}\n    {error.text}']
        raise Fault("UserCodeSyntaxError", f"Syntax error in module '{module_name}': {error}", trace) from None
    if not hasattr(module, attribute):
        raise Fault("HandlerNotFound", f"Handler '{attribute}' missing on module '{module_name}'")
    return getattr(module, attribute)


def described(error, request_id):
    """An error as Lambda tells it, without the frames that are ours."""
    if isinstance(error, Fault):
        return {"errorMessage": str(error), "errorType": error.kind, "requestId": request_id, "stackTrace": error.trace}
    import traceback

    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename != __file__]
    return {
        "errorMessage": str(error),
        "errorType": type(error).__name__,
        "requestId": request_id,
        "stackTrace": traceback.format_list(frames),
    }


def log_error(told):
    """One event of the log, indented by spaces that survive CloudWatch's pages."""
    if is_json():
        event = {"timestamp": now(), "log_level": "ERROR", **told}
        sys.stdout.write(json.dumps(event, ensure_ascii=False) + "\n")
        sys.stdout.flush()
        return
    lines = [f"[ERROR] {told['errorType']}: {told['errorMessage']}", "Traceback (most recent call last):"]
    for frame in told["stackTrace"]:
        for line in frame.rstrip("\n").split("\n"):
            bare = line.lstrip(" ")
            lines.append(NBSP * (len(line) - len(bare)) + bare)
    sys.stdout.write("\r".join(lines).replace("\n", "\r") + "\n")
    sys.stdout.flush()


def hint(error):
    """Says what to do where the SDK is missing, which AWS has in its runtimes."""
    name = (getattr(error, "name", None) or "").split(".")[0]
    if isinstance(error, ImportError) and name in ("boto3", "botocore"):
        version = "%d.%d.%d" % sys.version_info[:3]
        sys.stdout.write(
            f"On AWS functions find {name}; the Python {version} of this machine, which runs this function, has none. "
            f"Install it for that Python (`{sys.executable} -m pip install boto3`), or pack it with your function.\n"
        )
        sys.stdout.flush()


def default(value):
    if type(value).__name__ == "Decimal":
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")


def answer(handler, body, context):
    try:
        event = json.loads(body)
    except ValueError as error:
        raise Fault("UnmarshalError", f"Unable to unmarshal input: {error}") from None
    result = handler(event, context)
    try:
        return json.dumps(result, ensure_ascii=False, default=default)
    except (TypeError, ValueError) as error:
        raise Fault("MarshalError", f"Unable to marshal response: {error}") from None


def mark():
    """Tells the log that all which belongs to the init or to an invocation has been written."""
    sys.stdout.write("\0\n")
    sys.stdout.flush()
    sys.stderr.flush()


def serve(api, handler, current):
    mark()
    while True:
        status, headers, body = api.ask("GET", "invocation/next")
        if status != 200:
            os._exit(0)
        request_id = current["id"] = headers["lambda-runtime-aws-request-id"]
        os.environ["_X_AMZN_TRACE_ID"] = headers.get("lambda-runtime-trace-id", "")
        kind = None
        try:
            path, text = "response", answer(handler, body, LambdaContext(headers))
        except Exception as error:
            told = described(error, request_id)
            hint(error)
            log_error(told)
            path, kind, text = "error", told["errorType"], json.dumps(told, ensure_ascii=False)
        mark()
        api.post(f"invocation/{request_id}/{path}", text, kind)


def main(layers, sockets):
    sys.stdout.reconfigure(encoding="utf-8", errors="replace", line_buffering=True)
    sys.stderr.reconfigure(encoding="utf-8", errors="replace", line_buffering=True)
    task = os.environ["LAMBDA_TASK_ROOT"]
    version = "python%d.%d" % sys.version_info[:2]
    sys.path[0:1] = [task, layers + "/python", f"{layers}/python/lib/{version}/site-packages", sys.path[0]]
    sys.argv = [sys.argv[0]]
    if sockets:
        import relay

        relay.listen(sockets)
    api = Api(sockets)
    current = {}
    set_up_logging(current)
    try:
        handler = load(os.environ["_HANDLER"])
    except Exception as error:
        told = described(error, "")
        log_error(told)
        mark()
        api.post("init/error", json.dumps(told, ensure_ascii=False), told["errorType"])
        sys.exit(1)
    serve(api, handler, current)


main(sys.argv[1], sys.argv[2:])
