import * as compiler from "@apigw-vtl/compiler";
import * as runner from "@apigw-vtl/runner";
import * as testing from "@apigw-vtl/testing";
import { expect, test } from "vitest";
import { defineCases } from "./cases.cjs";

defineCases({ ...compiler, ...runner, ...testing }, { expect, test });
