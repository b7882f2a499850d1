#!/usr/bin/env node
/** Checks the sizes and names of files, and that there are no default exports and no tests left out. */
import { findShapeProblems } from "./checks/shape-rules.mjs";
import { readSourceTree, reportProblems } from "./checks/source-tree.mjs";

const tree = readSourceTree(["packages", "scripts", "bench"]);
reportProblems(`shape of ${tree.size} files`, findShapeProblems(tree));
