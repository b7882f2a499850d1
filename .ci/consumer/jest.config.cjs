module.exports = { testMatch: ["**/*.test.cjs"], testEnvironment: "node", testTimeout: 60_000 };
