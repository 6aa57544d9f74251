// Imported first by hooks.ts: what is read when a module loads must already be that of a test.
process.env.NODE_ENV = 'test'
