const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true, decorators: true },
      transform: { legacyDecorator: true, useDefineForClassFields: false, react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
]

const project = (displayName, testMatch, extra = {}) => ({
  displayName,
  testMatch: testMatch.map((pattern) => `<rootDir>/tests/${pattern}`),
  testEnvironment: './tests/support/runner/environment.js',
  runtime: '<rootDir>/tests/support/runner/runtime.js',
  transform: { '\\.[jt]sx?$': swc },
  modulePathIgnorePatterns: ['/dist/'],
  ...extra,
})

const serverTests = [
  'engine/**/*.test.ts',
  'matters/**/*.test.ts',
  'server/**/*.test.ts',
  'registers/**/*.test.ts',
  'journeys/*.test.ts',
  'journeys/year/*.test.ts',
]

/** The same server tests run on both databases; `engine` tells `tests/support/database.ts` which one. */
module.exports = {
  maxWorkers: 2,
  testSequencer: './tests/support/runner/long-first.js',
  // What a file leaves behind adds up to gigabytes, and collecting it to minutes: a worker that has grown begins anew.
  // Not before it has to, because a new one loads the product again.
  workerIdleMemoryLimit: '1500MB',
  // Generous, because a busy machine is no fault of the code; speed is measured elsewhere.
  testTimeout: 120_000,
  projects: [
    project(
      'house',
      [
        '*.test.ts',
        'shared/**/*.test.ts',
        'scripts/**/*.test.ts',
        'gateways/**/*.test.ts',
        'miniprogram/**/*.test.{ts,tsx}',
      ],
      {
        // Pieces are drawn with the plain elements of a browser.
        moduleNameMapper: {
          '^@tarojs/components$': '<rootDir>/tests/support/pieces/elements.tsx',
          '^@tarojs/taro$': '<rootDir>/tests/support/pieces/taro.ts',
          '\\.scss$': '<rootDir>/tests/support/pieces/no-style.ts',
        },
      },
    ),
    project('sqlite', serverTests, {
      globals: { engine: 'sqlite' },
      // SQLite has one server.
      testPathIgnorePatterns: ['/node_modules/', '/server/cluster/'],
    }),
    project('mariadb', serverTests, {
      globals: { engine: 'mariadb' },
      // A year takes long. What tells the rule sets apart never meets the database, so one of the nine shows the rest.
      // Neither lines that are no HTTP nor pictures that are none ever come as far as a database, and no database knows
      // what day it is. Built pages, odd bodies, addresses and the words of the contract meet none either; who is refused
      // at the door is asked on both by the matrix.
      testPathIgnorePatterns: [
        '/node_modules/',
        '/journeys/year/(?!henan|troubled)',
        '/server/(http/(raw-lines|odd-requests|pages|address)|contract|faults/bomb|demo/any-day)\\.test',
      ],
    }),
    project('screens', ['journeys/screens/*.test.ts'], { globals: { engine: 'sqlite' } }),
  ],
}
