import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['**/dist/**', 'data/**', 'node_modules/**', 'tests/.output/**', '.cache/**'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: ['tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always'],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSEnumDeclaration',
          message: 'A union of strings from a table says the same and reads better.',
        },
        {
          selector:
            'MemberExpression[property.name=/^([gs]et(Day|Date|Month|FullYear|Year|Hours|Minutes|Seconds|Milliseconds)|getTimezoneOffset|toLocale(Date|Time)String|to(Date|Time)String)$/]',
          message: 'It goes by the time zone of the machine. Days are Beijing’s: shared/rules/days.ts.',
        },
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length>1]',
          message: 'It goes by the time zone of the machine. Days are Beijing’s: shared/rules/days.ts.',
        },
        {
          selector:
            ':matches(NewExpression[callee.name="Date"], CallExpression[callee.object.name="Date"][callee.property.name="parse"]) > Literal[value=/^(?!.*(Z|[+-]\\d\\d:\\d\\d)$)./]',
          message: 'Without Z a time is of the machine’s zone, and a day begins eight hours late in Beijing.',
        },
      ],
    },
  },
  {
    files: ['miniprogram/**/*.tsx', 'miniprogram/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        performance: 'readonly',
        Buffer: 'readonly',
        console: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        setInterval: 'readonly',
        clearTimeout: 'readonly',
      },
    },
  },
)
