const compiler = require("@apigw-vtl/compiler");
const runner = require("@apigw-vtl/runner");
const testing = require("@apigw-vtl/testing");
const { defineCases } = require("./cases.cjs");

defineCases({ ...compiler, ...runner, ...testing }, { expect, test });
