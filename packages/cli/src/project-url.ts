/** Where the project is published. */
export const PROJECT_URL = "https://github.com/apigw-vtl/apigw-vtl";

/** Where defects are reported. */
export const ISSUES_URL = `${PROJECT_URL}/issues`;
