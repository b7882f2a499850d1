#!/usr/bin/env node
/** Checks that imports point one way and never in a circle, and that the pure packages stay pure. */
import { findImportProblems } from "./checks/import-rules.mjs";
import { packageSources, reportProblems } from "./checks/source-tree.mjs";

const tree = packageSources();
reportProblems(`imports of ${tree.size} files`, findImportProblems(tree));
