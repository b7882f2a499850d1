/** What `import render from "./put.vtl"` gives: `"types": ["@apigw-vtl/testing/vtl-modules"]` in tsconfig.json. */
declare module "*.vtl" {
  const render: import("@apigw-vtl/testing").ImportedTemplate;
  export default render;
}

declare module "*.vm" {
  const render: import("@apigw-vtl/testing").ImportedTemplate;
  export default render;
}
