/** The 21 gateway responses, as documented in `supported-gateway-response-types`. */
export type GatewayResponseType =
  | "ACCESS_DENIED"
  | "API_CONFIGURATION_ERROR"
  | "AUTHORIZER_CONFIGURATION_ERROR"
  | "AUTHORIZER_FAILURE"
  | "BAD_REQUEST_BODY"
  | "BAD_REQUEST_PARAMETERS"
  | "DEFAULT_4XX"
  | "DEFAULT_5XX"
  | "EXPIRED_TOKEN"
  | "INTEGRATION_FAILURE"
  | "INTEGRATION_TIMEOUT"
  | "INVALID_API_KEY"
  | "INVALID_SIGNATURE"
  | "MISSING_AUTHENTICATION_TOKEN"
  | "QUOTA_EXCEEDED"
  | "REQUEST_TOO_LARGE"
  | "RESOURCE_NOT_FOUND"
  | "THROTTLED"
  | "UNAUTHORIZED"
  | "UNSUPPORTED_MEDIA_TYPE"
  | "WAF_FILTERED";

interface ResponseTypeDefaults {
  readonly status: number;
  /** The header `x-amzn-ErrorType`. */
  readonly errorType: string;
  /** `$context.error.message`; what fails may say it better. */
  readonly message: string | null;
  /** What is printed while nobody has declared anything else. */
  readonly template: string;
}

/** The documented default. */
const COMPACT = '{"message":$context.error.messageString}';
/** What integrations end with: recorded with a `Content-Length` of 36 for "Internal server error", so with a blank. */
const SPACED = '{"message": $context.error.messageString}';
/** Refusals of a policy have a capital. */
const CAPITAL = '{"Message":$context.error.messageString}';

export const responseTypes: Readonly<Record<GatewayResponseType, ResponseTypeDefaults>> = {
  ACCESS_DENIED: {
    status: 403,
    errorType: "AccessDeniedException",
    message: "User is not authorized to access this resource",
    template: CAPITAL,
  },
  API_CONFIGURATION_ERROR: {
    status: 500,
    errorType: "InternalServerErrorException",
    message: "Internal server error",
    template: SPACED,
  },
  AUTHORIZER_CONFIGURATION_ERROR: {
    status: 500,
    errorType: "AuthorizerConfigurationException",
    message: null,
    template: COMPACT,
  },
  AUTHORIZER_FAILURE: { status: 500, errorType: "AuthorizerFailureException", message: null, template: COMPACT },
  BAD_REQUEST_BODY: {
    status: 400,
    errorType: "BadRequestException",
    message: "Invalid request body",
    template: SPACED,
  },
  BAD_REQUEST_PARAMETERS: {
    status: 400,
    errorType: "BadRequestException",
    message: "Missing required request parameters",
    template: SPACED,
  },
  DEFAULT_4XX: { status: 400, errorType: "BadRequestException", message: "Bad Request", template: SPACED },
  DEFAULT_5XX: {
    status: 500,
    errorType: "InternalServerErrorException",
    message: "Internal server error",
    template: SPACED,
  },
  EXPIRED_TOKEN: {
    status: 403,
    errorType: "ExpiredTokenException",
    message: "The security token included in the request is expired",
    template: COMPACT,
  },
  INTEGRATION_FAILURE: {
    status: 504,
    errorType: "InternalServerErrorException",
    message: "Network error communicating with endpoint",
    template: SPACED,
  },
  INTEGRATION_TIMEOUT: {
    status: 504,
    errorType: "InternalServerErrorException",
    message: "Endpoint request timed out",
    template: SPACED,
  },
  INVALID_API_KEY: { status: 403, errorType: "ForbiddenException", message: "Forbidden", template: COMPACT },
  INVALID_SIGNATURE: {
    status: 403,
    errorType: "InvalidSignatureException",
    message: "The request signature we calculated does not match the signature you provided.",
    template: COMPACT,
  },
  MISSING_AUTHENTICATION_TOKEN: {
    status: 403,
    errorType: "MissingAuthenticationTokenException",
    message: "Missing Authentication Token",
    template: COMPACT,
  },
  QUOTA_EXCEEDED: { status: 429, errorType: "LimitExceededException", message: "Limit Exceeded", template: COMPACT },
  REQUEST_TOO_LARGE: {
    status: 413,
    errorType: "RequestTooLargeException",
    message: "Request Too Long",
    template: COMPACT,
  },
  RESOURCE_NOT_FOUND: { status: 404, errorType: "NotFoundException", message: "Not Found", template: COMPACT },
  THROTTLED: {
    status: 429,
    errorType: "TooManyRequestsException",
    message: "Too Many Requests",
    template: COMPACT,
  },
  UNAUTHORIZED: { status: 401, errorType: "UnauthorizedException", message: "Unauthorized", template: COMPACT },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    errorType: "BadRequestException",
    message: "Unsupported Media Type",
    template: SPACED,
  },
  WAF_FILTERED: { status: 403, errorType: "ForbiddenException", message: "Forbidden", template: COMPACT },
};
