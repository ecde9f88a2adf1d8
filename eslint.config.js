import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { fileURLToPath } from 'node:url';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const root = fileURLToPath(new URL('.', import.meta.url));

export default ts.config(
  { ignores: ['dist/', '.cache/', 'node_modules/', 'test-results/', 'coverage/'] },
  {
    files: ['**/*.ts', '**/*.svelte', '**/*.svelte.ts'],
    extends: [ts.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: [] },
        tsconfigRootDir: root,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': 'error',
      // A number in a template is what a template is for.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // `() => undefined`-like one-liners that call a procedure are clear enough.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true, ignoreVoidOperator: true },
      ],
      // Declared unions of an answer type are narrowed by hand at the edges; the rule mistakes that for waste.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Spreading a string gives code points, which is what every use here means.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    extends: [svelte.configs.recommended],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: ts.parser, svelteConfig },
    },
    rules: {
      // What comes by $props() may be bound and so change.
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { excludedRunes: ['$props', '$derived'], destructuring: 'all' }],
      'svelte/no-at-html-tags': 'error',
      'svelte/no-inline-styles': 'error',
      'svelte/require-each-key': 'error',
      // Sets and maps here are made, read and let go of within one function.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    // Types inside markup are svelte-check's: the parser here sees snippets and components as any.
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // `void session.changes` in an effect: reading a value is how a rune is watched.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // Reading a value for its effect is how a rune is watched.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['src/service-worker.ts'],
    languageOptions: { parserOptions: { projectService: false, project: './tsconfig.service-worker.json' } },
  },
  {
    files: ['**/*.mjs', '*.js'],
    languageOptions: { globals: globals.node },
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error', 'prefer-const': 'error', eqeqeq: 'error' },
  },
  {
    rules: { 'no-console': 'error', eqeqeq: 'error', 'no-var': 'error', 'no-eval': 'error' },
  },
  {
    // Fakes and samples may be async or partial without a reason of their own.
    files: ['tests/**/*.ts', 'src/adapters/memory/**/*.ts'],
    rules: {
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-type-assertion': 'off',
    },
  },
);
