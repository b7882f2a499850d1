#!/usr/bin/env node
import "../dist/vtl.js";
