/** Recordings that do not say enough of their definition to be run, and what is missing. */
export const notRun: Readonly<Record<string, string>> = {
  "localstack::test_apigw_s3_binary_support_response_convert_to_binary_with_request_template/encoded-text-payload-binary-accept":
    "Neither the template nor the content handling of the response is recorded, and what came back fits several.",
};
