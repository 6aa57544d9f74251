/** Learned names the machine concludes from: not taken back, and not said to mean two things by two people. */
export const IN_USE = { isRetired: false, isDisputed: { $ne: true } } as const
