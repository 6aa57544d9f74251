import js from '@eslint/js'
import globals from 'globals'
import ts from 'typescript-eslint'

/** Folders a folder may not import values from: imports point one way (house rules, "Import direction"). */
const FORBIDDEN = {
  legal: [
    'reading',
    'intake',
    'catalogue',
    'search',
    'review',
    'remind',
    'people',
    'models',
    'routes',
    'presenters',
    'lib',
    'engines',
    'audit',
    'settings',
  ],
  reading: [
    'intake',
    'catalogue',
    'search',
    'review',
    'remind',
    'people',
    'models',
    'routes',
    'presenters',
    'lib',
    'engines',
  ],
  engines: [
    'intake',
    'catalogue',
    'search',
    'review',
    'remind',
    'people',
    'models',
    'routes',
    'presenters',
    'reading',
  ],
  models: [
    'intake',
    'catalogue',
    'search',
    'review',
    'remind',
    'people',
    'routes',
    'presenters',
    'reading',
    'engines',
  ],
  people: ['intake', 'catalogue', 'search', 'review', 'remind', 'routes', 'presenters', 'reading'],
  catalogue: ['intake', 'remind', 'review', 'routes', 'presenters'],
  search: ['intake', 'remind', 'review', 'routes', 'presenters'],
  review: ['intake', 'remind', 'routes', 'presenters'],
  remind: ['intake', 'routes', 'presenters'],
  intake: ['routes', 'presenters'],
  lib: [
    'legal',
    'reading',
    'intake',
    'catalogue',
    'search',
    'review',
    'remind',
    'people',
    'models',
    'routes',
    'presenters',
  ],
  presenters: [
    'intake',
    'catalogue',
    'search',
    'review',
    'remind',
    'people',
    'models',
    'routes',
    'engines',
  ],
}

const direction = Object.entries(FORBIDDEN).map(([folder, forbidden]) => ({
  files: [`server/${folder}/**/*.ts`],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: forbidden.map(name => ({
          regex: `^(\\.\\./)+${name}/`,
          message: `${folder} may not import ${name}: imports point one way`,
          allowTypeImports: folder === 'presenters',
        })),
      },
    ],
  },
}))

export default ts.config(
  { ignores: ['node_modules', 'data', 'coverage', 'dist'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [ts.configs.recommendedTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'no-console': 'error',
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 10],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, properties: false } },
      ],
    },
  },
  ...direction,
  { files: ['server/legal/data/**'], rules: { 'max-lines': 'off' } },
  {
    files: ['test/**/*.ts', 'scripts/**/*.ts'],
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  { files: ['scripts/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['views/assets/**/*.js'],
    languageOptions: { globals: globals.browser },
  },
)
